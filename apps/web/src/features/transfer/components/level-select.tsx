import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const levels = [0, 1, 2, 3, 4]

type Props = { label: string; value: number; onChange: (level: number) => void; error?: unknown }

/** A level of mastery, from none to teaching others. */
export const LevelSelect = ({ label, value, onChange, error }: Props) => {
  const { t } = useTranslation('transfer')
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={levels.map((level) => ({ value: String(level), label: t(`level.${level}`) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      error={typeof error === 'string' ? error : null}
    />
  )
}
