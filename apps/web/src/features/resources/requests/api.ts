import { allocations } from '@entente/shared/resources/requests/contract'
import { type CeilingChange, ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { delegations } from '@entente/shared/resources/delegations/contract'
import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { stepRules } from '@entente/shared/resources/rules/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { RequestOf } from '@entente/shared/kernel/endpoint'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { programs } from '@entente/shared/programs/contract'
import type { z } from 'zod'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'
import { dossierKeys } from '../../programs/api.ts'

type Envelopes = z.output<typeof allocations.envelopes.response>

/** Today where the institution is, as a calendar day. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
export const thisFiscalYear = () => fiscalYearOf(today())

const envelopesAnswer = (fiscalYear: number) =>
  queryOptions({
    queryKey: ['allocations', 'envelopes', fiscalYear],
    queryFn: () => call(allocations.envelopes, { query: { fiscalYear: String(fiscalYear) } }),
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
    queryKey: ['allocations', 'envelope', id, asOf],
    queryFn: () => call(ceilings.envelope, { params: { id }, query: asOf === '' ? {} : { asOf } }),
  })

/** Changes of ceilings, latest first: of one envelope, or those that wait for a second person. */
export const ceilingChangesQuery = (filter: { envelopeId?: string; state?: CeilingChange['state'] }) =>
  queryOptions({
    queryKey: ['allocations', 'ceilings', filter],
    queryFn: async () => (await call(ceilings.list, { query: { ...filter, limit: '100' } })).items,
  })

/** What is left of a fiscal year and where it would go. */
export const yearEndQuery = (fiscalYear: string) =>
  queryOptions({
    queryKey: ['allocations', 'year-end', fiscalYear],
    queryFn: () => call(yearEnds.preview, { query: { fiscalYear } }),
  })

/** Which signatures a request needs, and what is proposed instead. */
export const stepRulesQuery = () =>
  queryOptions({ queryKey: ['allocations', 'step-rules'], queryFn: () => call(stepRules.read, {}) })

/** Delegations that have not ended, and whom one may delegate to. */
export const delegationsQuery = () =>
  queryOptions({ queryKey: ['allocations', 'delegations'], queryFn: () => call(delegations.list, {}) })

/** The rates one converts at on a day, and whether I may record one. */
export const ratesQuery = (on: string) =>
  queryOptions({
    queryKey: ['allocations', 'rates', on],
    queryFn: () => call(exchangeRates.inForce, { query: on === '' ? {} : { on } }),
  })

/** Every rate as it was recorded, latest first. */
export const rateHistoryQuery = () =>
  infiniteQueryOptions({
    queryKey: ['allocations', 'rates', 'history'],
    queryFn: ({ pageParam }) => call(exchangeRates.list, { query: pageOf(pageParam) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export type AllocationFilter = { programId?: string; state?: Allocation['state']; fiscalYear?: string }

const pageOf = (cursor: string) => ({ limit: '50', ...(cursor !== '' && { cursor }) })

/** Requests for resources and what became of them, latest first. */
export const allocationsQuery = (filter: AllocationFilter) =>
  infiniteQueryOptions({
    queryKey: ['allocations', 'list', filter],
    queryFn: ({ pageParam }) => call(allocations.list, { query: { ...filter, ...pageOf(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** What was asked for one activity. */
export const activityAllocationsQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['allocations', 'activity', activityId],
    queryFn: async () => (await call(allocations.list, { query: { activityId, limit: '100' } })).items,
  })

export const allocationQuery = (id: string) =>
  queryOptions({
    queryKey: ['allocations', 'one', id],
    queryFn: () => call(allocations.get, { params: { id } }),
  })

/** What waits for my decision. */
export const inboxQuery = () =>
  queryOptions({
    queryKey: ['allocations', 'inbox', currentLocale()],
    queryFn: async () => (await call(allocations.inbox, {})).items,
  })

export type LedgerFilter = Omit<NonNullable<RequestOf<typeof allocations.ledger>['query']>, 'limit' | 'cursor'>

/** Entries of the ledger, oldest first. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['allocations', 'ledger', filter],
    queryFn: ({ pageParam }) => call(allocations.ledger, { query: { ...filter, ...pageOf(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** Staff-days spent by person, over the entries a filter keeps. */
export const workQuery = (filter: LedgerFilter) =>
  queryOptions({
    queryKey: ['allocations', 'work', filter],
    queryFn: () => call(allocations.work, { query: filter }),
  })

/** The reference of every program by its id: the ledger knows ids only. */
export const referencesQuery = () =>
  queryOptions({
    queryKey: ['programs', 'references'],
    queryFn: async () => {
      const references: Record<string, string> = {}
      let cursor: string | null = null
      do {
        const page: { items: { id: string; reference: string }[]; nextCursor: string | null } = await call(
          programs.list,
          { query: { limit: '100', ...(cursor !== null && { cursor }) } },
        )
        for (const { id, reference } of page.items) references[id] = reference
        cursor = page.nextCursor
      } while (cursor !== null)
      return references
    },
  })

/** What a program comes to against its plan, by unit. */
export const forecastQuery = (programId: string) =>
  queryOptions({
    queryKey: ['allocations', 'forecast', programId],
    queryFn: async () => (await call(allocations.forecast, { params: { id: programId } })).items,
  })

const stale = [['allocations'], ['documents'], ...dossierKeys] as const

export const useDraftAllocation = () => useCommand(allocations.draft, { invalidates: stale })
export const useEditAllocation = () => useCommand(allocations.edit, { invalidates: stale })
export const useSubmitAllocation = () => useCommand(allocations.submit, { invalidates: stale })
export const useWithdrawAllocation = () => useCommand(allocations.withdraw, { invalidates: stale })
export const useCommit = () => useCommand(allocations.commit, { invalidates: stale })
export const useSpend = () => useCommand(allocations.spend, { invalidates: stale })
export const useRelease = () => useCommand(allocations.release, { invalidates: stale })
export const useDecideAllocation = (onSuccess: (allocation: Allocation) => void) =>
  useCommand(allocations.decide, { invalidates: stale, onSuccess })

export const useProposeCeiling = () => useCommand(ceilings.propose, { invalidates: stale })
export const useDecideCeiling = () => useCommand(ceilings.decide, { invalidates: stale })
export const useProposeTransfer = () => useCommand(ceilings.transfer, { invalidates: stale })
export const useProposeYearEnd = () => useCommand(yearEnds.propose, { invalidates: stale })
export const useTakeBack = () => useCommand(ceilings.reverse, { invalidates: stale })
export const useReverseEntry = () => useCommand(allocations.reverse, { invalidates: stale })
export const useRecordRate = () => useCommand(exchangeRates.record, { invalidates: stale })
export const useConfirmRate = () => useCommand(exchangeRates.confirm, { invalidates: stale })
export const useOpenEnvelope = () => useCommand(allocations.openEnvelope, { invalidates: stale })
export const useProposeRules = () => useCommand(stepRules.propose, { invalidates: stale })
export const useDecideRules = () => useCommand(stepRules.decide, { invalidates: stale })
export const useGiveDelegation = () => useCommand(delegations.give, { invalidates: stale })
export const useRevokeDelegation = () => useCommand(delegations.revoke, { invalidates: stale })
