import { z } from 'zod'

/** What swimlanes may stand for. */
export const laneAttribute = z.enum(['assignee', 'label', 'objective', 'priority', 'type'])
export type LaneAttribute = z.infer<typeof laneAttribute>

/** A lane names its attribute and its value: an id, a word, or null for the lane of those without. */
export const lane = z.strictObject({ attribute: laneAttribute, value: z.string().max(100).nullable() })
export type Lane = z.infer<typeof lane>

/** `warn` shows that a limit is passed; `block` refuses. */
export const limitMode = z.enum(['warn', 'block'])
export type LimitMode = z.infer<typeof limitMode>

/** How many cards are allowed; null where there is no limit. */
export const limit = z.int().min(1).max(999).nullable()

/** Limits over the whole board, counted on open cards (those not in a column of done work). */
export const boardLimits = z.strictObject({
  personLimit: limit,
  personLimitMode: limitMode,
  laneAttribute: laneAttribute.nullable(),
  laneLimit: limit,
  laneLimitMode: limitMode,
})
export type BoardLimits = z.infer<typeof boardLimits>
