import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { byId, day, id } from '../../kernel/fields.ts'
import { page, pageQuery } from '../../kernel/page.ts'
import { reason } from '../../kernel/text.ts'
import { fiscalYearText } from '../envelopes/contract.ts'
import { unit } from '../rates/options.ts'
import { allocation, newAllocation, newLine } from './allocation-contract.ts'
import { allocationState } from './workflow.ts'

/** What a unit comes to in a program, spent, committed and reserved together, against its plan (P7-G7). */
export const forecast = z.object({
  unit: z.enum(['CAD', 'staffDay']),
  planned: z.string(),
  forecast: z.string(),
  /** Above this much an approval needs a revised one; above that much, another decision. */
  revisedAbove: z.string(),
  decidedAbove: z.string(),
})
export type Forecast = z.infer<typeof forecast>

const listQuery = z.strictObject({
  ...pageQuery,
  programId: id.optional(),
  activityId: id.optional(),
  state: allocationState.optional(),
  fiscalYear: fiscalYearText.optional(),
  /** Only what asks something of this unit. */
  unit: unit.optional(),
  /** Only what was asked for no program. */
  general: z.literal('true').optional(),
})

export const allocations = {
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
  forecast: endpoint({
    method: 'GET',
    path: '/programs/:id/forecast',
    summary: 'What a program comes to against the plan it was decided on, and above how much it asks again',
    tag: 'allocations',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(forecast) }),
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
        justification: reason(4000),
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
}
