import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCountries } from './use-countries.ts'

type Props = {
  id?: string
  label: string
  description?: string
  value: string
  onChange: (code: string) => void
  error?: unknown
  required?: boolean
}

/** A country by its name in the reader's language, found by typing. */
export const CountrySelect = ({ label, value, onChange, error, required = false, ...props }: Props) => {
  const { t } = useTranslation('organizations')
  const countries = useCountries()
  return (
    <Select
      {...props}
      label={label}
      required={required}
      searchable
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('country.clear') }}
      nothingFoundMessage={t('country.none')}
      data={countries}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      error={typeof error === 'string' ? error : null}
    />
  )
}
