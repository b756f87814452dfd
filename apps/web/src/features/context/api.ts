import { context } from '@entente/shared/context/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { dossierKeys } from '../programs/api.ts'

const key = ['context']

/** The events around a program. */
export const contextQuery = (id: string) =>
  queryOptions({ queryKey: [...key, id], queryFn: () => call(context.ofProgram, { params: { id } }) })

const invalidates = [...dossierKeys, key]
export const useRaiseEvent = () => useCommand(context.raise, { invalidates })
export const useClearEvent = () => useCommand(context.clear, { invalidates })
