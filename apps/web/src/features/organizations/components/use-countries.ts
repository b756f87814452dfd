import { countryCodes } from '@entente/shared/kernel/countries'
import { useFormat } from '../../../lib/format/format.ts'

/** Countries as choices, in alphabetical order in the reader's language. */
export const useCountries = () => {
  const format = useFormat()
  return [...countryCodes]
    .map((value) => ({ value, label: format.country(value) }))
    .toSorted((left, right) => left.label.localeCompare(right.label))
}
