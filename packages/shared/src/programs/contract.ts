import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { amountOf } from '../kernel/money.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { bilingual, reason, text } from '../kernel/text.ts'
import { path, stage, suspensionCause } from './workflow.ts'

export const scope = z.enum(['country', 'several', 'undisclosed'])
export type Scope = z.infer<typeof scope>

/** How a principle stands: none of its gates in force yet; all kept; kept by waiver; one to put right; all proven. */
export const principleState = z.enum(['notYet', 'kept', 'waived', 'broken', 'proven'])
export type PrincipleState = z.infer<typeof principleState>

const principle = z.int().min(1).max(7)
const link = z.object({ label: z.string(), href: z.string() })

export const compass = z.array(
  z.object({
    principle,
    state: principleState,
    /** Gates that must be kept now, those of them that are, and those a waiver lifts. */
    inForce: z.int(),
    held: z.int(),
    waived: z.int(),
    /** Gates that a later stage will ask. */
    ahead: z.int(),
    next: z.object({ id: z.string(), label: z.string() }).nullable(),
    broken: z.array(z.object({ id: z.string(), since: instant })),
    evidence: z.array(link),
  }),
)
export type Compass = z.infer<typeof compass>

/** What a partner is told of a principle: never better than it is, and nothing of internal gates. */
export const partnerPrincipleState = z.enum(['underWay', 'kept', 'proven'])
export const partnerCompass = z.array(z.object({ principle, state: partnerPrincipleState }))
export type PartnerCompass = z.infer<typeof partnerCompass>

/** A gate that was to be kept and is not: since when, by which act of whom, and where to mend it. */
export const toPutRight = z.array(
  z.object({
    gateId: z.string(),
    message: z.string(),
    since: instant,
    action: z.string(),
    by: z.string(),
    missing: z.array(link),
  }),
)
export type ToPutRight = z.infer<typeof toPutRight>

export const suspension = z.object({
  cause: suspensionCause,
  since: instant,
  by: z.string(),
  note: z.string().nullable(),
})

/** What people of the institution may do to a program, whatever slice it belongs to. */
const staffActions = allowed(
  'edit',
  'move',
  'suspend',
  'resume',
  'reopen',
  'waive',
  'share',
  'decide',
  'analyse',
  'allocate',
)
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
  toPutRight,
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
  compass: partnerCompass,
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
    actingAloneReason: reason(2000).nullable(),
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
