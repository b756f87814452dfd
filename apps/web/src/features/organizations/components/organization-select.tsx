import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { organizationsQuery } from '../api.ts'

type Props = {
  label: string
  value: string
  onChange: (id: string) => void
  error?: unknown
  /** Only these, when given. */
  among?: readonly string[]
}

/** An organization of the register, found by typing. */
export const OrganizationSelect = ({ label, value, onChange, error, among }: Props) => {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const { data = [] } = useQuery(organizationsQuery)
  const open = among === undefined ? data : data.filter(({ id }) => among.includes(id))
  return (
    <Select
      label={label}
      required
      searchable
      openOnFocus={false}
      nothingFoundMessage={t('select.none')}
      data={open.map(({ id, acronym, name }) => ({
        value: id,
        label: acronym === null ? format.text(name) : `${acronym} – ${format.text(name)}`,
      }))}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      error={typeof error !== 'string' ? null : value === '' ? t('select.required') : error}
    />
  )
}
