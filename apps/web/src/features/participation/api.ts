import { participation } from '@entente/shared/participation/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

/** Consultations, opinions and objections of a program. */
export const programParticipationQuery = (programId: string) =>
  queryOptions({
    queryKey: ['participation', 'program', programId, currentLocale()],
    queryFn: () => call(participation.ofProgram, { params: { id: programId } }),
  })

const stale = [['participation'], ['documents'], ['shares'], ...dossierKeys] as const

export const useConsult = () => useCommand(participation.consult, { invalidates: stale })
export const useOpine = () => useCommand(participation.opine, { invalidates: stale })
export const useObject = () => useCommand(participation.object, { invalidates: stale })
export const useAnswerObjection = () => useCommand(participation.answer, { invalidates: stale })
