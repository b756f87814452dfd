import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import { minus } from '@entente/shared/kernel/money'
import { useFormat } from '../../../../lib/format/format.ts'

type Change = Pick<CeilingChange, 'delta' | 'envelope' | 'from'>

/** What a change adds to an envelope or takes from it, with its sign: `+ 500 $`. */
export const useDelta = () => {
  const format = useFormat()
  return ({ delta, envelope: { unit }, from }: Change, envelopeId?: string) => {
    const isCut = delta.startsWith('-') || (from !== null && from.id === envelopeId)
    return `${isCut ? '−' : '+'}\u202f${format.quantity(delta.startsWith('-') ? minus('0', delta) : delta, unit)}`
  }
}
