import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { type CeilingChange, ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import type { z } from 'zod'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../rates/api.ts'

type Envelopes = z.output<typeof envelopes.list.response>

const envelopesAnswer = (fiscalYear: number) =>
  queryOptions({
    queryKey: ['resources', 'envelopes', fiscalYear],
    queryFn: () => call(envelopes.list, { query: { fiscalYear: String(fiscalYear) } }),
  })

export const envelopesQuery = (fiscalYear: number) => ({
  ...envelopesAnswer(fiscalYear),
  select: ({ items }: Envelopes) => items,
})

export const mayOpenEnvelopeQuery = (fiscalYear: number) => ({
  ...envelopesAnswer(fiscalYear),
  select: ({ can }: Envelopes) => can.includes('create'),
})

/** One envelope, today or at the end of a past day. */
export const envelopeQuery = (id: string, asOf = '') =>
  queryOptions({
    queryKey: ['resources', 'envelope', id, asOf],
    queryFn: () => call(ceilings.envelope, { params: { id }, query: asOf === '' ? {} : { asOf } }),
  })

/** Changes of ceilings, latest first: of one envelope, or those that wait for a second person. */
export const ceilingChangesQuery = (filter: { envelopeId?: string; state?: CeilingChange['state'] }) =>
  queryOptions({
    queryKey: ['resources', 'ceilings', filter],
    queryFn: async () => (await call(ceilings.list, { query: { ...filter, limit: '100' } })).items,
  })

/** What is left of a fiscal year and where it would go. */
export const yearEndQuery = (fiscalYear: string) =>
  queryOptions({
    queryKey: ['resources', 'year-end', fiscalYear],
    queryFn: () => call(yearEnds.preview, { query: { fiscalYear } }),
  })

export const useProposeCeiling = () => useCommand(ceilings.propose, { invalidates: stale })
export const useDecideCeiling = () => useCommand(ceilings.decide, { invalidates: stale })
export const useProposeTransfer = () => useCommand(ceilings.transfer, { invalidates: stale })
export const useProposeYearEnd = () => useCommand(yearEnds.propose, { invalidates: stale })
export const useTakeBack = () => useCommand(ceilings.reverse, { invalidates: stale })

export const useOpenEnvelope = () => useCommand(envelopes.open, { invalidates: stale })
