import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { foundProgramsQuery } from '../api.ts'

type Props = { value: string; onChange: (value: string) => void; error?: React.ReactNode }

/** A program, found by its reference or title. */
export const ProgramField = ({ value, onChange, error }: Props) => {
  const { t } = useTranslation('capacity/bookings')
  const format = useFormat()
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words.split(' · ')[0] ?? '', 200)
  const { data } = useQuery(foundProgramsQuery(asked))
  const choices = (data ?? []).map(({ id, reference, title }) => ({
    value: id,
    label: `${reference} · ${format.text(title)}`,
  }))
  return (
    <Select
      label={t('field.program')}
      description={t('field.programHint')}
      searchable
      clearable
      data={choices}
      filter={({ options }) => options}
      searchValue={words}
      onSearchChange={setWords}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      error={error}
      nothingFoundMessage={t('field.noProgram')}
    />
  )
}
