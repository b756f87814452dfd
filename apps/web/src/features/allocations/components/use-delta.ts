import type { CeilingChange } from '@entente/shared/allocations/ceiling-contract'
import { minus } from '@entente/shared/kernel/money'
import { useFormat } from '../../../lib/format.ts'

/** What a change adds or takes, with its sign: `+ 500 $`. */
export const useDelta = () => {
  const format = useFormat()
  return ({ delta, envelope: { unit } }: Pick<CeilingChange, 'delta' | 'envelope'>) => {
    const isCut = delta.startsWith('-')
    return `${isCut ? '−' : '+'}\u202f${format.quantity(isCut ? minus('0', delta) : delta, unit)}`
  }
}
