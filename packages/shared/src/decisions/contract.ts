import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { amountOf } from '../kernel/money.ts'
import { reason, text } from '../kernel/text.ts'
import { countryCode } from '../organizations/contract.ts'
import { authorizationState, waiverState } from './workflow.ts'

export const decisionOutcome = z.enum(['accept', 'acceptWithConditions', 'defer', 'decline', 'redirect'])
export type DecisionOutcome = z.infer<typeof decisionOutcome>

export const newDecision = z
  .strictObject({
    outcome: decisionOutcome,
    reason: reason(5000),
    conditions: z.array(text(1000)).max(20).default([]),
    redirectedTo: text(200).nullable().default(null),
    /** Why a program is accepted that is planned to take no money, or no staff-days. */
    zeroPlanReason: reason(2000).nullable().default(null),
  })
  .refine((value) => value.outcome !== 'acceptWithConditions' || value.conditions.length > 0, {
    error: 'conditionsRequired',
    path: ['conditions'],
  })
  .refine((value) => value.outcome !== 'redirect' || value.redirectedTo !== null, {
    error: 'redirectedToRequired',
    path: ['redirectedTo'],
  })
  .meta({ id: 'NewDecision' })

export const decision = z
  .object({
    id,
    programId: id,
    outcome: decisionOutcome,
    reason: z.string(),
    conditions: z.array(z.string()),
    redirectedTo: z.string().nullable(),
    analysisId: id.nullable(),
    decidedBy: person,
    decidedAt: instant,
    /** The plan an acceptance was given on; null for other outcomes. */
    plan: z.object({ money: amountOf, days: z.string() }).nullable(),
    /** Why that plan holds no money or no staff-days: what is approved later is measured against this zero, too. */
    zeroPlanReason: z.string().nullable(),
    /** For a decline or a redirection: the courteous letter, in both languages. */
    letter: z.object({ fr: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof decision>

export const authorization = z
  .object({
    id,
    number: z.string(),
    title: z.string(),
    startsOn: day,
    endsOn: day,
    countryCodes: z.array(z.string()),
    documentId: id,
    state: authorizationState,
    recordedBy: person,
    /** Who, other than the one who recorded it, confirmed it: it counts from then on. */
    confirmedBy: person.nullable(),
    confirmedAt: instant.nullable(),
    /** Since which day it counts no more, why, and where that is written; null while nobody withdrew it. */
    withdrawal: z.object({ on: day, reason: z.string(), documentId: id, by: person, at: instant }).nullable(),
    version,
    ...allowed('confirm', 'withdraw'),
  })
  .meta({ id: 'Authorization' })
export type Authorization = z.infer<typeof authorization>

/** The longest an authorization may last, in years. */
const longestYears = 5
const yearsAfter = (start: string, years: number) => `${Number(start.slice(0, 4)) + years}${start.slice(4)}`

export const waiver = z
  .object({
    id,
    programId: id,
    gateId: z.string(),
    /** Whom it lets be away, on which days; null for a gate of the program as a whole. */
    absence: z.object({ staff: person, from: day, to: day }).nullable(),
    /** How many waivers of the same gate went before it in a row: each is decided one level up. */
    level: z.int(),
    /** Roles that may decide it. */
    decidedByRoles: z.array(z.string()),
    reason: z.string(),
    expiresOn: day,
    evidenceDocumentId: id,
    state: waiverState,
    proposedBy: person,
    proposedAt: instant,
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    version,
    ...allowed('decide'),
  })
  .meta({ id: 'Waiver' })
export type Waiver = z.infer<typeof waiver>

export const decisions = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/decisions',
    summary: 'Decisions, waivers and the authorizations that cover the program',
    tag: 'decisions',
    status: 200,
    params: byId,
    response: z.object({
      decisions: z.array(decision),
      waivers: z.array(waiver),
      authorizations: z.array(authorization),
      /** Outcomes that may be recorded now; none for someone who does not decide. */
      outcomes: z.array(decisionOutcome),
      ...allowed('decide', 'waive'),
    }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/programs/:id/decisions',
    summary: 'Record the decision of an executive',
    tag: 'decisions',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: newDecision,
    response: decision,
  }),
  authorizations: endpoint({
    method: 'GET',
    path: '/authorizations',
    summary: 'Government authorizations on file',
    tag: 'decisions',
    status: 200,
    response: z.object({ items: z.array(authorization), ...allowed('record') }),
  }),
  authorize: endpoint({
    method: 'POST',
    path: '/authorizations',
    summary: 'Put a Government authorization on file',
    tag: 'decisions',
    status: 201,
    idempotencyKey: 'required',
    body: z
      .strictObject({
        number: text(60),
        title: text(300),
        startsOn: day,
        endsOn: day,
        countryCodes: z.array(countryCode).max(200).default([]),
        documentId: id,
      })
      .refine((value) => value.endsOn >= value.startsOn, { error: 'endAfterStart', path: ['endsOn'] })
      .refine((value) => value.endsOn < yearsAfter(value.startsOn, longestYears), {
        error: 'fiveYears',
        path: ['endsOn'],
      }),
    response: authorization,
  }),
  confirmAuthorization: endpoint({
    method: 'POST',
    path: '/authorizations/:id/confirmation',
    summary: 'Confirm an authorization that someone else recorded: it counts from then on',
    tag: 'decisions',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: authorization,
  }),
  withdrawAuthorization: endpoint({
    method: 'POST',
    path: '/authorizations/:id/withdrawal',
    summary: 'Record that the Government withdrew an authorization: from that day on it counts no more',
    tag: 'decisions',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ on: day, reason: reason(2000), documentId: id }),
    response: authorization,
  }),
  proposeWaiver: endpoint({
    method: 'POST',
    path: '/programs/:id/waivers',
    summary: 'Ask for a waiver of a waivable gate',
    tag: 'decisions',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({
      gateId: text(20),
      /** For a gate that is asked of each person (P7-G6): whom, from which day to which. */
      absence: z.strictObject({ staffId: id, from: day, to: day }).nullable().default(null),
      reason: reason(5000, 100),
      expiresOn: day,
      evidenceDocumentId: id,
    }),
    response: waiver,
  }),
  decideWaiver: endpoint({
    method: 'POST',
    path: '/waivers/:id/decision',
    summary: 'Grant or refuse a waiver; by another person, of a role the gate names',
    tag: 'decisions',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ outcome: z.enum(['granted', 'refused']), reason: reason(5000) }),
    response: waiver,
  }),
}
