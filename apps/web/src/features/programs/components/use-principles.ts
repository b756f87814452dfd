import { principles } from '@entente/shared/programs/workflow'
import { useLocale } from '../../../lib/i18n/use-locale.ts'

const known = new Map(Object.entries(principles).map(([number, principle]) => [Number(number), principle]))

/** Name and official sentence of a principle, by its number. */
export const usePrinciples = () => {
  const locale = useLocale()
  return (number: number) => {
    const principle = known.get(number)
    return { name: principle?.name[locale] ?? `P${number}`, says: principle?.says[locale] ?? '' }
  }
}
