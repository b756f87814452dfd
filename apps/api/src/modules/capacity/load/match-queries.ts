import type { z } from 'zod'
import { overlapsBlackout } from '@entente/shared/calendar/rules'
import type { capacity, matches } from '@entente/shared/capacity/load/contract'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { blackouts } from '../../calendar/election-queries.ts'
import { loadsIn, openDemand, presentSummary } from './queries.ts'
import { daysText } from '../staff/presenter.ts'

type Need = CallOf<typeof capacity.matches>['query']

/** Those on the list who fit a need, each with what is booked and left in its period. */
const fitting = async (tx: Tx, { from, to, profile, skill, language }: Need) => {
  const people = await tx.db.staffMember.findMany({
    where: {
      active: true,
      ...(profile !== undefined && { profile }),
      ...(skill !== undefined && { skills: { has: skill } }),
      ...(language !== undefined && { languages: { has: language } }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const loads = await loadsIn(tx, people, { from, to })
  return people
    .flatMap((row) => {
      const load = loads.get(row.id)
      return load === undefined ? [] : [{ row, ...load, remaining: load.capacity - load.firm }]
    })
    .toSorted((left, right) => right.remaining - right.asked - (left.remaining - left.asked))
}
type Fit = Awaited<ReturnType<typeof fitting>>[number]

/** What all who fit give together, and by how much that falls short of the days wanted. */
const together = (fits: readonly Fit[], open: number, wanted: number) => {
  const total = (part: (item: Fit) => number) => fits.reduce((sum, item) => sum + part(item), 0)
  const remaining = total((item) => Math.max(0, item.remaining))
  return {
    total: {
      capacity: daysText(total((item) => item.capacity)),
      firm: daysText(total((item) => item.firm)),
      asked: daysText(total((item) => item.asked) + open),
      remaining: daysText(remaining),
    },
    short: wanted - remaining > 0.05 ? daysText(wanted - remaining) : null,
  }
}

/** Who fits a need, the freest first; and how much all who fit have left, requests without a name counted as asked. */
export const readMatches = async (call: CallOf<typeof capacity.matches>): Promise<z.input<typeof matches>> => {
  const tx = await reading(call.server)
  const { from, to, profile, days = '0' } = call.query
  const fits = await fitting(tx, call.query)
  const inBlackout = overlapsBlackout(await blackouts(tx), from, to)
  return {
    items: fits.map(({ row, capacity: able, firm, asked, remaining }) => ({
      staff: presentSummary(row),
      capacity: daysText(able),
      firm: daysText(firm),
      asked: daysText(asked),
      remaining: daysText(remaining),
      isEnough: remaining > 0 && remaining + 0.05 >= Number(days),
      inBlackout,
    })),
    ...together(fits, await openDemand(tx, profile, { from, to }), Number(days)),
  }
}
