import { type Analysis, analyses } from '@entente/shared/analyses/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { dossierKeys } from '../programs/api.ts'

/** Analyses of every program, latest first, page after page. */
export const analysesQuery = (state?: Analysis['state']) =>
  infiniteQueryOptions({
    queryKey: ['analyses', 'list', state ?? 'all'],
    queryFn: ({ pageParam }) =>
      call(analyses.list, {
        query: { limit: '50', ...(state !== undefined && { state }), ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

const inState = async (state: Analysis['state']) =>
  (await call(analyses.list, { query: { limit: '100', state } })).items

/** What waits for this person: versions to review, and versions returned to their writers. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['analyses', 'waiting'],
    queryFn: async () => {
      const [submitted, returned] = await Promise.all([inState('submitted'), inState('returned')])
      return { toReview: submitted.filter(({ can }) => can.includes('approve')), returned }
    },
  })

/** Every version of a program's analysis, latest first. */
export const programAnalysesQuery = (programId: string) =>
  queryOptions({
    queryKey: ['analyses', 'program', programId],
    queryFn: async () => (await call(analyses.ofProgram, { params: { id: programId } })).items,
  })

const stale = [['analyses'], ...dossierKeys] as const

export const useStartAnalysis = () => useCommand(analyses.start, { invalidates: stale })
/** Saving makes no other screen out of date before the submission. */
export const useEditAnalysis = () => useCommand(analyses.edit)
export const useSubmitAnalysis = () => useCommand(analyses.submit, { invalidates: stale })
export const useReviewAnalysis = () => useCommand(analyses.review, { invalidates: stale })
