import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PopupTrigger } from '../../ui/layer/lazy-popup.tsx'
import { PopupMenu } from '../../ui/layer/popup-menu.tsx'

const choices = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'auto', Icon: IconDeviceDesktop },
] as const

export const ThemeChoices = ({ target }: { target: PopupTrigger }) => {
  const { t } = useTranslation('app')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <PopupMenu position="bottom-end" target={target}>
      <Menu.RadioGroup value={colorScheme}>
        {choices.map(({ scheme, Icon }) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            rightSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </PopupMenu>
  )
}
