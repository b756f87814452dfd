import type { BoardLimits } from '@entente/shared/activities/limits/contract'
import type { Board } from '../../../generated/prisma/client.ts'

/** The limits of a board; one never written to has none. */
export const limitsOf = (board: Board | null): BoardLimits => ({
  personLimit: board?.personLimit ?? null,
  personLimitMode: board?.personLimitMode ?? 'warn',
  laneAttribute: board?.laneAttribute ?? null,
  laneLimit: board?.laneLimit ?? null,
  laneLimitMode: board?.laneLimitMode ?? 'warn',
})
