import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCountries } from './use-countries.ts'

type Props = {
  id?: string
  label: string
  description?: string
  value: string | null
  onChange: (code: string | null) => void
  error?: unknown
  isRequired?: boolean
}

/** A country by its name in the reader's language, found by typing. */
export const CountrySelect = ({ label, value, onChange, error, isRequired = false, ...props }: Props) => {
  const { t } = useTranslation('organizations')
  const countries = useCountries()
  return (
    <Select
      {...props}
      label={label}
      required={isRequired}
      searchable
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('country.clear') }}
      nothingFoundMessage={t('country.none')}
      data={countries}
      value={value}
      onChange={onChange}
      error={typeof error === 'string' ? error : null}
    />
  )
}
