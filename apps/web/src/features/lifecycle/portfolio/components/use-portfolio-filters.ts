import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { folded, useUrlFilters } from '../../../../lib/navigation/use-url-filters.ts'
import { readMonth } from '../../../../lib/format/days.ts'
import { laneAttributes } from './use-program-lanes.ts'

const names = [
  'q',
  'country',
  'coordinator',
  'putRight',
  'blocked',
  'stage',
  'suspended',
  'gate',
  'principle',
  'state',
] as const
export type FilterName = (typeof names)[number]
export type Filters = Record<FilterName, string>

export const views = ['board', 'list', 'calendar', 'timeline', 'map'] as const

const isFlagged = (wanted: string, value: boolean) => wanted === '' || value === (wanted === 'true')

const isOneOf = (wanted: string, value: string) => wanted === '' || value === wanted

const showsPrinciple = ({ compass }: PortfolioCard, { principle, state }: Filters) =>
  [principle, state].every((wanted) => wanted === '') ||
  compass.some((segment) => isOneOf(principle, String(segment.principle)) && isOneOf(state, segment.state))

/** Whether a card is under the filters of the address. */
const matches = (card: PortfolioCard, filters: Filters) => {
  const text = folded(`${card.reference} ${card.title.fr} ${card.title.en ?? ''} ${card.partners.join(' ')}`)
  return [
    text.includes(folded(filters.q.trim())),
    filters.country === '' || card.countryCode === filters.country,
    filters.coordinator === '' || card.coordinator.id === filters.coordinator,
    filters.stage === '' || card.stage === filters.stage,
    filters.gate === '' || card.blockingGates.includes(filters.gate),
    isFlagged(filters.putRight, card.toPutRight.length > 0),
    isFlagged(filters.blocked, card.blockedBy !== null),
    isFlagged(filters.suspended, card.suspended !== null),
    showsPrinciple(card, filters),
  ].every(Boolean)
}

/** The view lives in the address: a link is a view. */
export const usePortfolioFilters = () => {
  const address = useUrlFilters<FilterName, 'view' | 'lanes' | 'month' | 'sort'>(names)
  const { search, filters } = address
  return {
    ...address,
    lanes: laneAttributes.find((name) => name === search.get('lanes')) ?? null,
    view: views.find((name) => name === search.get('view')) ?? 'board',
    month: readMonth(search.get('month')),
    sort: search.get('sort') ?? '',
    apply: (cards: readonly PortfolioCard[]) => cards.filter((card) => matches(card, filters)),
  } as const
}

export type PortfolioFilters = ReturnType<typeof usePortfolioFilters>
