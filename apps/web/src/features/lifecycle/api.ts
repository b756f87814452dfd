import { type GateReport, lifecycle, type PortfolioCard } from '@entente/shared/lifecycle/contract'
import { programs } from '@entente/shared/programs/contract'
import { type End, hasReached, type Stage } from '@entente/shared/programs/workflow'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys, programQuery } from '../programs/api.ts'

/** Every running program by stage. Filters are applied to the cards, so that they answer at once. */
export const portfolioQuery = () =>
  queryOptions({
    queryKey: ['lifecycle', 'portfolio', currentLocale()],
    queryFn: () => call(lifecycle.portfolio, {}),
  })

/** The dates of every program: their spans, polling days, milestones. */
export const datesQuery = () =>
  queryOptions({
    queryKey: ['lifecycle', 'dates'],
    queryFn: async () => (await call(lifecycle.dates, {})).items,
  })

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

/** Gates between here and a later stage, as they stand now; none once the program is there, or past it. */
export const gatesQuery = (id: string, to: Stage) =>
  queryOptions({
    queryKey: ['lifecycle', 'gates', id, to, currentLocale()],
    queryFn: async ({ client }): Promise<GateReport> => {
      // A move makes both out of date at once: the program is read first, lest one asks for gates already behind it.
      const { path, stage } = await client.fetchQuery({ ...programQuery(id), staleTime: Infinity })
      if (hasReached(path, stage, to)) return { to, passable: false, gates: [] }
      return call(lifecycle.gates, { params: { id }, query: { to } })
    },
  })

export const evaluationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['lifecycle', 'evaluations', id],
    queryFn: async () => (await call(lifecycle.evaluations, { params: { id } })).items,
  })

export const useMoveProgram = () => useCommand(lifecycle.move, { invalidates: dossierKeys })
export const useSuspendProgram = () => useCommand(lifecycle.suspend, { invalidates: dossierKeys })
export const useResumeProgram = () => useCommand(lifecycle.resume, { invalidates: dossierKeys })
