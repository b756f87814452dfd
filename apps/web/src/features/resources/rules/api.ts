import { stepRules } from '@entente/shared/resources/rules/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../rates/api.ts'

/** Which signatures a request needs, and what is proposed instead. */
export const stepRulesQuery = () =>
  queryOptions({ queryKey: ['resources', 'step-rules'], queryFn: () => call(stepRules.read, {}) })

export const useProposeRules = () => useCommand(stepRules.propose, { invalidates: stale })
export const useDecideRules = () => useCommand(stepRules.decide, { invalidates: stale })
