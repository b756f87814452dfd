import { type BoardLimits, laneAttribute, limitMode } from '@entente/shared/activities/limits/contract'
import type { Board } from '../../../generated/prisma/client.ts'

/** The limits of a board; one never written to has none. */
export const limitsOf = (board: Board | null): BoardLimits => ({
  personLimit: board?.personLimit ?? null,
  personLimitMode: limitMode.parse(board?.personLimitMode ?? 'warn'),
  laneAttribute: laneAttribute.nullable().parse(board?.laneAttribute ?? null),
  laneLimit: board?.laneLimit ?? null,
  laneLimitMode: limitMode.parse(board?.laneLimitMode ?? 'warn'),
})
