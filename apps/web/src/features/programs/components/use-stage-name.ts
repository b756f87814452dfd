import { type Stage, stages } from '@entente/shared/programs/workflow'
import { useLocale } from '../../../lib/i18n/use-locale.ts'

/** What a stage is called in the reader's language. */
export const useStageName = () => {
  const locale = useLocale()
  return (stage: Stage) => stages[stage][locale]
}
