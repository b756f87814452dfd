import type { Progress } from './contract.ts'

/** A card as its team holds it: where it stands on the board, and its days (`YYYY-MM-DD`). */
type Card = { isDone: boolean; hasBegun: boolean; startsOn: string | null; dueOn: string | null }

/**
 * What partners are told of a card, in place of the column it stands in: done as the team says so, late once its due day
 * has passed, under way when the team has taken it up or its first day has come, to come before.
 */
export const progressOf = ({ isDone, hasBegun, startsOn, dueOn }: Card, today: string): Progress => {
  if (isDone) return 'done'
  if (dueOn !== null && dueOn < today) return 'late'
  return hasBegun || (startsOn !== null && startsOn <= today) ? 'underWay' : 'toCome'
}
