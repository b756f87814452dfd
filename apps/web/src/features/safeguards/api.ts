import { safeguards } from '@entente/shared/safeguards/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

/** Terms of reference of a program’s activities. */
export const programTermsQuery = (programId: string) =>
  queryOptions({
    queryKey: ['safeguards', 'program', programId, currentLocale()],
    queryFn: () => call(safeguards.ofProgram, { params: { id: programId } }),
  })

const stale = [['safeguards'], ['documents'], ['shares'], ...dossierKeys] as const

export const useProposeTerms = () => useCommand(safeguards.propose, { invalidates: stale })
export const useAgreeTerms = () => useCommand(safeguards.agree, { invalidates: stale })
