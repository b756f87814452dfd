import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { type ActivityCard, type LaneAttribute, laneAttribute } from '@entente/shared/activities/contract'
import { folded, useAddressFilters } from '../../../lib/address.ts'

const names = ['q', 'person', 'label', 'type', 'priority', 'blocked', 'late'] as const
type FilterName = (typeof names)[number]
type Filters = Record<FilterName, string>
export const views = ['board', 'list', 'outline'] as const
type View = (typeof views)[number]

/** Whether a card is under the filters. */
const matches = (card: ActivityCard, filters: Filters, today: string) =>
  [
    folded(`${card.title} ${card.labels.join(' ')} ${card.assignees.map(({ name }) => name).join(' ')}`).includes(
      folded(filters.q.trim()),
    ),
    filters.person === '' || card.assignees.some(({ id }) => id === filters.person),
    filters.label === '' || card.labels.includes(filters.label),
    filters.type === '' || card.type === filters.type,
    filters.priority === '' || card.priority === filters.priority,
    filters.blocked === '' || card.blocked !== null,
    filters.late === '' || (card.dueOn !== null && card.dueOn < today),
  ].every(Boolean)

/** The view lives in the address: filters, lanes, the way to look, the open card. A link is a view. */
export const useActivityFilters = () => {
  const { search, filters, set, clear, isFiltered } = useAddressFilters<FilterName, 'view' | 'lanes' | 'card'>(names)
  const lanes: LaneAttribute | null = laneAttribute.safeParse(search.get('lanes')).data ?? null
  const view: View = views.find((name) => name === search.get('view')) ?? 'board'
  const apply = (columns: ActivityBoard['columns'], today: string) =>
    isFiltered
      ? columns.map((column) => ({
          ...column,
          cards: column.cards.filter((card) => matches(card, filters, today) && !(column.done && filters.late !== '')),
        }))
      : columns
  return { filters, isFiltered, set, clear, lanes, view, card: search.get('card'), apply }
}

export type ActivityFilters = ReturnType<typeof useActivityFilters>
