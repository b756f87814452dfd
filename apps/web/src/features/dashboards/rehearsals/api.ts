import { dashboards } from '@entente/shared/dashboards/portfolio/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

export const portfolioDashboardQuery = () =>
  queryOptions({
    queryKey: ['dashboards', 'portfolio', currentLocale()],
    queryFn: () => call(dashboards.portfolio, {}),
  })

export const resourcesDashboardQuery = (fiscalYear: string) =>
  queryOptions({
    queryKey: ['dashboards', 'resources', fiscalYear],
    queryFn: () => call(dashboards.resources, { query: fiscalYear === '' ? {} : { fiscalYear } }),
  })

/** The programs shared with my organization and what each asks of it. */
export const partnerDashboardQuery = () =>
  queryOptions({
    queryKey: ['dashboards', 'partner', currentLocale()],
    queryFn: () => call(dashboards.partner, {}),
  })

/** What could not be kept if Québec voted on this day. */
export const rehearsalQuery = (pollingOn: string) =>
  queryOptions({
    queryKey: ['dashboards', 'rehearsal', pollingOn],
    queryFn: () => call(rehearsals.rehearse, { query: { pollingOn } }),
  })

/** Who is on a mission today. */
export const recallQuery = queryOptions({
  queryKey: ['dashboards', 'recall'],
  queryFn: () => call(rehearsals.recall, {}),
})

/** Rehearsals that were kept, the latest first. */
export const scenariosQuery = () =>
  queryOptions({ queryKey: ['dashboards', 'scenarios'], queryFn: () => call(rehearsals.scenarios, {}) })

const scenarios = [['dashboards', 'scenarios']] as const

export const useKeepScenario = () => useCommand(rehearsals.keep, { invalidates: scenarios })
export const useForgetScenario = () => useCommand(rehearsals.forget, { invalidates: scenarios })
