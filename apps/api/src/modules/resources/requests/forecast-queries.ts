import type { z } from 'zod'
import type { allocations } from '@entente/shared/resources/requests/contract'
import { decidedPercent, revisedPercent } from '@entente/shared/decisions/drift-gates'
import { times } from '@entente/shared/kernel/money'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { driftFacts } from './drift-facts.ts'
import { digitsOf } from './presenter.ts'

/** A share of an amount, in cents or tenths of days: `110` percent is `1.10` times. */
const shareOf = (planned: string, percent: string, unit: string) =>
  times(planned, `${percent.slice(0, -2)}.${percent.slice(-2)}`, digitsOf(unit))

/** What approvals of a program are held against, told before one asks: the same facts as its gate reads (P7-G7). */
export const programForecast = async (
  call: CallOf<typeof allocations.forecast>,
): Promise<z.input<typeof allocations.forecast.response>> => {
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const { drift } = await driftFacts(tx, program)
  return {
    items: drift.parts.map((part) => ({
      ...part,
      revisedAbove: shareOf(part.planned, revisedPercent, part.unit),
      decidedAbove: shareOf(part.planned, decidedPercent, part.unit),
    })),
  }
}
