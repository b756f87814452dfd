import { partnerships } from '@entente/shared/partnerships/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

/** Organizations, agreements and contributions of a program. */
export const programPartnershipsQuery = (programId: string) =>
  queryOptions({
    queryKey: ['partnerships', 'program', programId, currentLocale()],
    queryFn: () => call(partnerships.ofProgram, { params: { id: programId } }),
  })

const stale = [['partnerships'], ['documents'], ['shares'], ...dossierKeys] as const

export const useJoin = () => useCommand(partnerships.join, { invalidates: stale })
export const useSignAgreement = () => useCommand(partnerships.sign, { invalidates: stale })
export const useContribute = () => useCommand(partnerships.contribute, { invalidates: stale })
