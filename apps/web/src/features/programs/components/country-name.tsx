import type { ProgramSummary } from '@entente/shared/programs/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { Flag } from '../../../ui/display/flag.tsx'

/** Flag and name of a program's country, or why there is none. */
export const CountryName = ({ countryCode, scope }: Pick<ProgramSummary, 'countryCode' | 'scope'>) => {
  const { t } = useTranslation('programs')
  const format = useFormat()
  if (countryCode === null) return t(`scope.${scope}`)
  return (
    <span>
      <Flag code={countryCode} /> {format.country(countryCode)}
    </span>
  )
}
