import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { type ActivityCard, type LaneAttribute, laneAttribute } from '@entente/shared/activities/contract'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

const names = ['q', 'person', 'label', 'type', 'priority', 'blocked', 'late'] as const
export type FilterName = (typeof names)[number]
export type Filters = Record<FilterName, string>
export const views = ['board', 'list', 'outline'] as const
export type View = (typeof views)[number]

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a card is under the filters. */
export const matches = (card: ActivityCard, filters: Filters, today: string) =>
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
  const [search, setSearch] = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Filters
  const isFiltered = names.some((name) => filters[name] !== '')
  const set = useCallback(
    (changes: Partial<Record<FilterName | 'view' | 'lanes' | 'card', string>>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes))
            if (value === '') after.delete(name)
            else after.set(name, value)
          return after
        },
        { replace: true },
      ),
    [setSearch],
  )
  const lanes: LaneAttribute | null = laneAttribute.safeParse(search.get('lanes')).data ?? null
  const view: View = views.find((name) => name === search.get('view')) ?? 'board'
  const apply = (columns: ActivityBoard['columns'], today: string) =>
    isFiltered
      ? columns.map((column) => ({
          ...column,
          cards: column.cards.filter((card) => matches(card, filters, today) && !(column.done && filters.late !== '')),
        }))
      : columns
  return { filters, isFiltered, set, lanes, view, card: search.get('card'), apply }
}

export type ActivityFilters = ReturnType<typeof useActivityFilters>
