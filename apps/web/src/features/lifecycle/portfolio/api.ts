import { portfolio, type PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { programs } from '@entente/shared/programs/contract'
import type { End } from '@entente/shared/programs/workflow'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

/** Every running program by stage. Filters are applied to the cards, so that they answer at once. */
export const portfolioQuery = () =>
  queryOptions({
    queryKey: ['lifecycle', 'portfolio', currentLocale()],
    queryFn: () => call(portfolio.board, {}),
  })

/** The dates of every program: their spans, polling days, milestones. */
export const datesQuery = () =>
  queryOptions({
    queryKey: ['lifecycle', 'dates'],
    queryFn: async () => (await call(portfolio.dates, {})).items,
  })

/** Every program that came to one end, as a card without what only running programs have. */
const allOf = async (stage: End) => {
  const rows: PortfolioCard[] = []
  let cursor: string | undefined
  do {
    const page = await call(programs.list, { query: { stage, limit: '100', ...(cursor !== undefined && { cursor }) } })
    for (const row of page.items)
      if ('moves' in row)
        rows.push({
          ...row,
          daysToPolling: null,
          ageDays: 0,
          targetDays: null,
          blockedBy: null,
          blockingGates: [],
          next: null,
          money: { approved: none, committed: none, spent: none },
          partners: [],
          region: null,
        })
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return rows
}

const none = { amount: '0.00', currency: 'CAD' }

/** Programs that ended before their time: only lists show them. */
export const endedQuery = (ends: readonly End[]) =>
  queryOptions({
    queryKey: ['lifecycle', 'ended', ends, currentLocale()],
    queryFn: async () => (await Promise.all(ends.map(allOf))).flat(),
  })
