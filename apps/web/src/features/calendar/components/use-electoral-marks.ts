import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { electionsQuery } from '../api.ts'
import { useElectionName } from './use-election-name.ts'

/** A stretch of days with a name. */
type Mark = { from: string; to: string; label: string }

/** Our own electoral calendar: elections, and the days around general ones when critical functions stay home. */
export const useElectoralMarks = (): Mark[] => {
  const { t } = useTranslation('calendar')
  const nameOf = useElectionName()
  const { data } = useQuery(electionsQuery())
  return (data?.items ?? [])
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((election) => {
      const { pollingOn, blackout } = election
      const polling = { from: pollingOn, to: pollingOn, label: nameOf(election) }
      return blackout === null
        ? [polling]
        : [{ ...blackout, label: t('blackout', { year: pollingOn.slice(0, 4) }) }, polling]
    })
}
