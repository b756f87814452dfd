import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { useElectoralMarks } from '../../../calendar/components/use-electoral-marks.ts'
import { programQuery } from '../../../programs/api.ts'

/** What lies behind the work of a program: the host's polling day, then our own electoral calendar. */
export const useElectionsBehind = (programId: string) => {
  const { t } = useTranslation('activities/views')
  const format = useFormat()
  const ours = useElectoralMarks()
  const { data: program } = useQuery(programQuery(programId))
  if (!program || program.pollingOn === null) return ours
  const { pollingOn: on, countryCode } = program
  const label = t('calendar.polling', { place: countryCode === null ? program.reference : format.country(countryCode) })
  return [{ from: on, to: on, label }, ...ours]
}
