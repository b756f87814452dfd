import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'

type Props<View extends string> = {
  label: string
  value: View
  data: { value: View; label: string }[]
  onChange: (value: View) => void
}

/** Ways to look at the same things, side by side; on a phone, in a list. */
export const ViewSwitch = <View extends string>({ label, value, data, onChange }: Props<View>) => {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const choose = (chosen: string) => {
    const known = data.find((one) => one.value === chosen)
    if (known !== undefined) onChange(known.value)
  }
  return isPhone ? (
    <NativeSelect
      aria-label={label}
      value={value}
      data={data}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  ) : (
    <SegmentedControl size="xs" aria-label={label} value={value} data={data} onChange={choose} />
  )
}
