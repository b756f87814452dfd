import { documents } from '@entente/shared/documents/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'

/** Files cited by the records of a program. */
export const programDocumentsQuery = (programId: string) =>
  queryOptions({
    queryKey: ['documents', 'program', programId],
    queryFn: () => call(documents.ofProgram, { params: { id: programId } }),
  })

export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ['documents', id], queryFn: () => call(documents.get, { params: { id } }) })

/** Says who may read a file. */
export const useRelease = () => useCommand(documents.release, { invalidates: [['documents']] })
export const useUpload = () => useCommand(documents.upload, { invalidates: [['documents']] })
