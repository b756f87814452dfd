import { type GateReport, lifecycle } from '@entente/shared/lifecycle/contract'
import { hasReached, type Stage } from '@entente/shared/programs/workflow'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys, programQuery } from '../programs/api.ts'

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
export const useReopenProgram = () => useCommand(lifecycle.reopen, { invalidates: dossierKeys })
export const useResumeProgram = () => useCommand(lifecycle.resume, { invalidates: dossierKeys })
