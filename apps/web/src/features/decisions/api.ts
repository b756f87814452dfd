import { decisions } from '@entente/shared/decisions/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

const stale = [['decisions'], ['documents'], ['authorizations'], ...dossierKeys] as const

/** Decisions, waivers and authorizations that concern a program. */
export const programDecisionsQuery = (programId: string) =>
  queryOptions({
    queryKey: ['decisions', 'program', programId, currentLocale()],
    queryFn: () => call(decisions.ofProgram, { params: { id: programId } }),
  })

export const authorizationsQuery = queryOptions({
  queryKey: ['decisions', 'authorizations'],
  queryFn: () => call(decisions.authorizations, {}),
})

export const useDecide = () => useCommand(decisions.decide, { invalidates: stale })
export const useAuthorize = () => useCommand(decisions.authorize, { invalidates: stale })
export const useConfirmAuthorization = () => useCommand(decisions.confirmAuthorization, { invalidates: stale })
export const useWithdrawAuthorization = () => useCommand(decisions.withdrawAuthorization, { invalidates: stale })
export const useProposeWaiver = () => useCommand(decisions.proposeWaiver, { invalidates: stale })
export const useDecideWaiver = () => useCommand(decisions.decideWaiver, { invalidates: stale })
