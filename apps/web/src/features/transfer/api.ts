import { transfer } from '@entente/shared/transfer/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { dossierKeys } from '../programs/api.ts'

export const programTransferQuery = (programId: string) =>
  queryOptions({
    queryKey: ['transfer', 'program', programId],
    queryFn: () => call(transfer.ofProgram, { params: { id: programId } }),
  })

const stale = [['transfer'], ['documents'], ...dossierKeys] as const

export const useAddObjective = () => useCommand(transfer.addObjective, { invalidates: stale })
export const useEditObjective = () => useCommand(transfer.editObjective, { invalidates: stale })
export const useVerifyObjective = () => useCommand(transfer.verify, { invalidates: stale })
export const useAddLesson = () => useCommand(transfer.addLesson, { invalidates: stale })
export const useFileEvaluation = () => useCommand(transfer.fileEvaluation, { invalidates: stale })
