import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { activityBoardQuery } from '../../../activities/api.ts'

type Props = { programId: string; value: string; onChange: (value: string) => void; error?: React.ReactNode }

/** The activity of a program that a booking or a request is for, if it is for one. */
export const ActivityField = ({ programId, value, onChange, error }: Props) => {
  const { t } = useTranslation('capacity/bookings')
  const { data } = useQuery(activityBoardQuery(programId))
  const cards = data?.columns.flatMap((column) => column.cards) ?? []
  if (cards.length === 0) return null
  return (
    <NativeSelect
      label={t('field.activity')}
      value={value}
      error={error}
      data={[
        { value: '', label: t('field.noActivity') },
        ...cards.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
