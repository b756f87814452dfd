import { z } from 'zod'
import { byId, day, id, person } from '../../kernel/fields.ts'
import { reason } from '../../kernel/text.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { unit } from '../rates/options.ts'
import {
  allocation,
  allocationLine,
  given,
  lineOutcome,
  oneQuantity,
  quantity,
} from '../requests/allocation-contract.ts'
import { waitingState } from './workflow.ts'

export const allocationDecision = z
  .strictObject({
    stepId: id,
    outcome: z.enum(['approved', 'returned', 'refused']),
    reason: reason(4000).optional(),
    lines: z
      .array(
        z
          .strictObject({
            lineId: id,
            outcome: lineOutcome.optional(),
            ...quantity,
            reason: reason(2000).optional(),
          })
          .refine((line) => given(line) <= 1, oneQuantity),
      )
      .max(50)
      .refine((lines) => new Set(lines.map(({ lineId }) => lineId.toLowerCase())).size === lines.length, {
        error: 'lineTwice',
      })
      .optional(),
  })
  .refine((value) => value.outcome === 'approved' || value.reason !== undefined, {
    error: 'reasonRequired',
    path: ['reason'],
  })
  .refine(({ outcome, lines = [] }) => outcome === 'returned' || lines.every((line) => line.outcome !== 'returned'), {
    error: 'lineReturned',
    path: ['outcome'],
  })
  .meta({ id: 'AllocationDecision' })

/** An envelope's sums at one moment: `before` is now, `after` is once this line is approved as asked. */
const sums = z.object({
  ceiling: z.string(),
  reserved: z.string(),
  committed: z.string(),
  spent: z.string(),
  available: z.string(),
  held: z.string(),
})

export const inboxLine = z.object({
  line: allocationLine,
  before: sums,
  after: sums,
  fits: z.boolean(),
  /** Pending lines of other allocations on the same envelope that fit before this decision and would not after. */
  wouldNoLongerFit: z.array(
    z.object({
      allocationId: id,
      lineId: id,
      reference: z.string().nullable(),
      description: z.string(),
      asked: z.string(),
    }),
  ),
  blackoutOverlap: z.boolean(),
})
export type InboxLine = z.infer<typeof inboxLine>

export const inboxItem = z
  .object({
    allocation,
    stepId: id,
    waiting: z.object({ since: day, dueOn: day, state: waitingState }),
    lines: z.array(inboxLine),
    withinLimit: z.boolean(),
    /** Whose lent power this decision would use: one's own does not reach. */
    onBehalfOf: person.nullable(),
    /** Requests of the last weeks that with this one exceed a limit each of them stays under (P7-G8). */
    split: z
      .object({
        unit,
        limit: z.string(),
        total: z.string(),
        /** How many there are; `others` are the latest of them. */
        count: z.int(),
        others: z.array(z.object({ allocationId: id, submittedOn: day, asked: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'InboxItem' })
export type InboxItem = z.infer<typeof inboxItem>

export const approvals = {
  inbox: endpoint({
    method: 'GET',
    path: '/approvals',
    summary: 'Allocations waiting for my decision, each line with its envelope before and after',
    tag: 'allocations',
    status: 200,
    response: z.object({ items: z.array(inboxItem) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/allocations/:id/decisions',
    summary: 'Approve, approve for less, return or refuse',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: allocationDecision,
    response: allocation,
  }),
}
