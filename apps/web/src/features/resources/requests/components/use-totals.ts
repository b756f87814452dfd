import { sum } from '@entente/shared/kernel/money'
import { useFormat } from '../../../../lib/format/format.ts'

type Part = { unit: string; amount: string }

/** Amounts added up by what they count, in words: `18 000 $ et 12 j-p`. */
export const useTotals = () => {
  const format = useFormat()
  return (parts: readonly Part[]) =>
    format.list(
      [...Map.groupBy(parts, ({ unit }) => unit)]
        .toSorted(([left], [right]) => left.localeCompare(right))
        .map(([unit, group]) => ({ unit, total: sum(group.map(({ amount }) => amount)) }))
        .filter(({ total }) => /[1-9]/.test(total))
        .map(({ unit, total }) => format.quantity(total, unit)),
    )
}
