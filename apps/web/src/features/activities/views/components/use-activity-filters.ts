import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import type { ActivityCard } from '@entente/shared/activities/contract'
import { laneAttribute, type LaneAttribute } from '@entente/shared/activities/limits/contract'
import { folded, useUrlFilters } from '../../../../lib/navigation/use-url-filters.ts'
import { readMonth, today } from '../../../../lib/format/days.ts'

const names = ['q', 'person', 'label', 'type', 'priority', 'blocked', 'late'] as const
type FilterName = (typeof names)[number]
type Filters = Record<FilterName, string>
export const views = ['board', 'list', 'outline', 'calendar', 'timeline'] as const
type View = (typeof views)[number]
/** What else the address holds: the way to look, the lanes, the month, the rows and their order, the open card. */
type Way = 'view' | 'lanes' | 'month' | 'rows' | 'sort' | 'card'

/** Whether a card is under the filters. */
const matches = (card: ActivityCard, filters: Filters, day: string) =>
  [
    folded(`${card.title} ${card.labels.join(' ')} ${card.assignees.map(({ name }) => name).join(' ')}`).includes(
      folded(filters.q.trim()),
    ),
    filters.person === '' || card.assignees.some(({ id }) => id === filters.person),
    filters.label === '' || card.labels.includes(filters.label),
    filters.type === '' || card.type === filters.type,
    filters.priority === '' || card.priority === filters.priority,
    filters.blocked === '' || card.blocked !== null,
    filters.late === '' || (card.dueOn !== null && card.dueOn < day),
  ].every(Boolean)

/** The view lives in the address: filters, lanes, the way to look, the open card. A link is a view. */
export const useActivityFilters = () => {
  const { search, filters, set, clear, isFiltered, count } = useUrlFilters<FilterName, Way>(names)
  const lanes: LaneAttribute | null = laneAttribute.safeParse(search.get('lanes')).data ?? null
  const view: View = views.find((name) => name === search.get('view')) ?? 'board'
  const month = readMonth(search.get('month'))
  const rows = search.get('rows') === 'person' ? 'person' : ''
  const apply = (columns: ActivityBoard['columns']) =>
    isFiltered
      ? columns.map((column) => ({
          ...column,
          cards: column.cards.filter(
            (card) => matches(card, filters, today()) && !(column.done && filters.late !== ''),
          ),
        }))
      : columns
  return {
    filters,
    isFiltered,
    count,
    set,
    clear,
    lanes,
    view,
    month,
    rows,
    sort: search.get('sort') ?? '',
    card: search.get('card'),
    apply,
  }
}

export type ActivityFilters = ReturnType<typeof useActivityFilters>
