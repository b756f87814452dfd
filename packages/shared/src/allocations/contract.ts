import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, day, id } from '../kernel/fields.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { text } from '../kernel/text.ts'
import {
  allocation,
  allocationDecision,
  allocationState,
  inboxItem,
  ledgerRecord,
  newAllocation,
  newLine,
} from './allocation-contract.ts'
import { ceilingAmount } from './ceiling-contract.ts'
import { envelope, fiscalYear, fiscalYearText, ledgerEntry, ledgerFilter, unit } from './ledger-contract.ts'

const recording = {
  tag: 'allocations',
  status: 201,
  idempotencyKey: 'required',
  params: byId,
  body: ledgerRecord,
  response: ledgerEntry,
} as const
const listQuery = z.strictObject({
  ...pageQuery,
  programId: id.optional(),
  activityId: id.optional(),
  state: allocationState.optional(),
  fiscalYear: fiscalYearText.optional(),
})

export const allocations = {
  envelopes: endpoint({
    method: 'GET',
    path: '/envelopes',
    summary: 'Envelopes of a fiscal year (it starts on 1 April), today or as they stood at the end of a past day',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ fiscalYear: fiscalYearText.optional(), asOf: day.optional() }),
    response: z.object({ items: z.array(envelope), can: z.array(z.enum(['create'])) }),
  }),
  openEnvelope: endpoint({
    method: 'POST',
    path: '/envelopes',
    summary: 'Open an envelope for a fiscal year and unit',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({
      fiscalYear,
      unit,
      profile: text(80).nullable().default(null),
      holder: text(120).nullable().default(null),
      ceiling: ceilingAmount,
    }),
    response: envelope,
  }),
  list: endpoint({
    method: 'GET',
    path: '/allocations',
    summary: 'Allocations, latest first',
    tag: 'allocations',
    status: 200,
    query: listQuery,
    response: page(allocation),
  }),
  get: endpoint({
    method: 'GET',
    path: '/allocations/:id',
    summary: 'One allocation',
    tag: 'allocations',
    status: 200,
    params: byId,
    response: allocation,
  }),
  draft: endpoint({
    method: 'POST',
    path: '/allocations',
    summary: 'Draft a request for resources',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: newAllocation,
    response: allocation,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/allocations/:id',
    summary: 'Change a draft or returned allocation',
    tag: 'allocations',
    status: 200,
    params: byId,
    body: z
      .strictObject({
        justification: text(4000),
        neededOn: day,
        documentIds: z.array(id).max(20),
        lines: z.array(newLine).min(1).max(50),
      })
      .partial(),
    response: allocation,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/allocations/:id/submission',
    summary: 'Ask for the approval; nothing is reserved yet',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: allocation,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/allocations/:id/withdrawal',
    summary: 'Take a submitted allocation back to draft',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: allocation,
  }),
  inbox: endpoint({
    method: 'GET',
    path: '/approvals',
    summary: 'Allocations waiting for my decision, each line with its envelope before and after',
    tag: 'allocations',
    status: 200,
    response: z.object({ items: z.array(inboxItem) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/allocations/:id/decisions',
    summary: 'Approve, approve for less, return or refuse',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: allocationDecision,
    response: allocation,
  }),
  commit: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/commitments',
    summary: 'Commit part of what is reserved',
  }),
  spend: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/expenses',
    summary: 'Record an expense against what is committed',
  }),
  release: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/releases',
    summary: 'Give back what is committed or reserved and will not be spent',
  }),
  reverse: endpoint({
    method: 'POST',
    path: '/ledger/:id/reversal',
    summary: 'Undo an entry of an allocation by another: nothing is erased',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ reason: text(2000) }),
    response: ledgerEntry,
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/ledger',
    summary: 'Entries of the ledger, oldest first',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ ...pageQuery, ...ledgerFilter }),
    response: page(ledgerEntry),
  }),
}
