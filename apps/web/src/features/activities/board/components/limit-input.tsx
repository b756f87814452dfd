import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { label: string; value: number | null; onChange: (limit: number | null) => void; error?: ReactNode }

/** How many cards at most; empty is no limit. */
export const LimitInput = ({ label, value, onChange, error }: Props) => {
  const { t } = useTranslation('activities')
  return (
    <NumberInput
      label={label}
      description={t('column.limitHint')}
      min={1}
      max={999}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
      error={error}
    />
  )
}
