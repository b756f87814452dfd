import type { LaneAttribute } from './contract.ts'

/** What decides in which lane a card stands. */
export type Placed = {
  assignees: readonly { id: string }[]
  labels: readonly string[]
  objective: { id: string } | null
  priority: string
  type: string
}

/** The value of the lane a card stands in: where it has several, the first; null where it has none. */
export const laneOf = (card: Placed, attribute: LaneAttribute): string | null => {
  const values = {
    assignee: card.assignees[0]?.id,
    label: card.labels[0],
    objective: card.objective?.id,
    priority: card.priority,
    type: card.type,
  }
  return values[attribute] ?? null
}
