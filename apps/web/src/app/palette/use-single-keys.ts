import { useLocalStorage } from '@mantine/hooks'

/** Whether a key pressed alone does something: people who speak to their machine switch that off, for this browser. */
export const useSingleKeys = () => {
  const [isOn, set] = useLocalStorage({
    key: 'entente.single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  return { isOn, set }
}
