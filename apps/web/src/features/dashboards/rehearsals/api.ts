import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'

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
