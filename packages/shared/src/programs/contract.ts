import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { amountOf } from '../kernel/money.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { bilingual, text } from '../kernel/text.ts'
import { path, stage, suspensionCause } from './workflow.ts'

export const scope = z.enum(['country', 'several', 'undisclosed'])
export type Scope = z.infer<typeof scope>

export const principleState = z.enum(['proven', 'waived', 'open'])
export const compass = z.array(
  z.object({
    principle: z.int().min(1).max(7),
    state: principleState,
    evidence: z.array(z.object({ label: z.string(), href: z.string() })),
  }),
)
export type Compass = z.infer<typeof compass>

export const suspension = z.object({
  cause: suspensionCause,
  since: instant,
  by: z.string(),
  note: z.string().nullable(),
})

/** What people of the institution may do to a program, whatever slice it belongs to. */
const staffActions = allowed('edit', 'move', 'suspend', 'resume', 'waive', 'share', 'decide', 'analyse', 'allocate')
/** What partners may. */
const partnerActions = allowed('opine', 'object')

/** What every list and card shows of a program. */
export const programSummary = z.object({
  id,
  reference: z.string(),
  title: z.object({ fr: z.string(), en: z.string().nullable() }),
  countryCode: z.string().nullable(),
  scope,
  stage,
  path,
  stageSince: instant,
  suspended: suspension.nullable(),
  pollingOn: day.nullable(),
  coordinator: person,
  compass,
  version,
})
export type ProgramSummary = z.infer<typeof programSummary>

export const program = programSummary
  .extend({
    outcome: z.enum(['declined', 'redirected', 'withdrawn', 'cancelled']).nullable(),
    plannedMoney: amountOf,
    plannedDays: z.string(),
    actingAloneReason: z.string().nullable(),
    createdAt: instant,
    stages: z.array(
      z.object({ stage, from: stage.nullable(), at: instant, by: z.string().nullable(), note: z.string().nullable() }),
    ),
    /** Stages this person may move the program to now, gates aside. */
    moves: z.array(stage),
    ...staffActions,
  })
  .meta({ id: 'Program' })
export type Program = z.infer<typeof program>

/** A partner's sight of a program: what its organization's share lists in, and nothing else. */
export const partnerProgram = z.object({
  id,
  reference: z.string(),
  title: z.object({ fr: z.string(), en: z.string().nullable() }),
  countryCode: z.string().nullable(),
  scope,
  stage,
  path,
  stageSince: instant,
  suspended: z.object({ since: instant }).nullable(),
  pollingOn: day.nullable(),
  coordinator: z.object({ name: z.string() }),
  compass: z.array(z.object({ principle: z.int(), state: principleState, evidence: z.array(z.never()) })),
  version,
  sections: z.array(z.string()),
  ...partnerActions,
})
export type PartnerProgram = z.infer<typeof partnerProgram>

export const programEdit = z
  .strictObject({
    title: bilingual(200),
    coordinatorId: id,
    plannedMoney: z.strictObject({ amount: z.string().regex(/^\d{1,10}(\.\d{1,2})?$/), currency: z.literal('CAD') }),
    plannedDays: z.string().regex(/^\d{1,5}(\.\d)?$/),
    actingAloneReason: text(2000).nullable(),
  })
  .partial()
  .meta({ id: 'ProgramEdit' })

const flag = z.enum(['true', 'false'])

export const programs = {
  list: endpoint({
    method: 'GET',
    path: '/programs',
    summary: 'Programs visible to the caller, newest first',
    tag: 'programs',
    status: 200,
    query: z.strictObject({
      ...pageQuery,
      stage: stage.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      coordinator: id.optional(),
      q: text(100).optional(),
      blocked: flag.optional(),
      suspended: flag.optional(),
    }),
    response: page(z.union([program, partnerProgram])),
  }),
  get: endpoint({
    method: 'GET',
    path: '/programs/:id',
    summary: 'One program',
    tag: 'programs',
    status: 200,
    params: byId,
    response: z.union([program, partnerProgram]),
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/programs/:id',
    summary: 'Correct the title, the person responsible or the estimates',
    tag: 'programs',
    status: 200,
    params: byId,
    body: programEdit,
    response: program,
  }),
}
