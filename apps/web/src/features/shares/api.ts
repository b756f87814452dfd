import { shares } from '@entente/shared/shares/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

/** Who may see a program from outside. */
export const programSharesQuery = (programId: string) =>
  queryOptions({
    queryKey: ['shares', 'program', programId, currentLocale()],
    queryFn: () => call(shares.ofProgram, { params: { id: programId } }),
  })

const stale = [['shares'], ...dossierKeys] as const

export const useGrantShare = () => useCommand(shares.grant, { invalidates: stale })
export const useRevokeShare = () => useCommand(shares.revoke, { invalidates: stale })
