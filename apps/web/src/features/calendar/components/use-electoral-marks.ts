import { blackouts } from '@entente/shared/calendar/rules'
import { useTranslation } from 'react-i18next'

/** A stretch of days with a name. */
type Mark = { from: string; to: string; label: string }

/** Our own electoral calendar: general elections, and the days around them when critical functions stay home. */
export const useElectoralMarks = (): Mark[] => {
  const { t } = useTranslation('calendar')
  return blackouts.flatMap(({ pollingOn, from, to }) => [
    { from, to, label: t('blackout', { year: pollingOn.slice(0, 4) }) },
    { from: pollingOn, to: pollingOn, label: t('generalElection', { year: pollingOn.slice(0, 4) }) },
  ])
}
