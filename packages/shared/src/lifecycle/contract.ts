import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, day, id, instant, person } from '../kernel/fields.ts'
import { amountOf } from '../kernel/money.ts'
import { text } from '../kernel/text.ts'
import { countryCode } from '../organizations/contract.ts'
import { program, programSummary } from '../programs/contract.ts'
import { stage, suspensionCause } from '../programs/workflow.ts'

export const gateKind = z.enum(['hard', 'waivable', 'advisory'])
export const gateState = z.enum(['passed', 'failed', 'waived', 'notApplicable'])
const link = z.object({ label: z.string(), href: z.string() })

/** A gate as it stands now, in the reader's language. */
export const gateResult = z
  .object({
    id: z.string(),
    kind: gateKind,
    state: gateState,
    principle: z.int(),
    ruleVersion: z.int(),
    /** What the gate asks, in one sentence. */
    message: z.string(),
    missing: z.array(link),
    evidence: z.array(link),
    /** Roles that may grant a waiver; empty when nobody may. */
    waivedBy: z.array(z.string()),
    /** The transition it guards. */
    from: stage,
    to: stage,
  })
  .meta({ id: 'GateResult' })
export type GateResult = z.infer<typeof gateResult>

export const gateReport = z
  .object({ to: stage, passable: z.boolean(), gates: z.array(gateResult) })
  .meta({ id: 'GateReport' })
export type GateReport = z.infer<typeof gateReport>

/** A past evaluation with what it read: the answer to "Why?". */
export const gateEvaluation = z
  .object({
    id: z.string(),
    gateId: z.string(),
    occasion: z.enum(['move', 'approval']),
    from: stage,
    to: stage,
    state: gateState,
    ruleVersion: z.int(),
    inputs: z.unknown(),
    at: instant,
    by: person,
  })
  .meta({ id: 'GateEvaluation' })

export const portfolioCard = programSummary
  .extend({
    daysToPolling: z.int().nullable(),
    /** Days in the present stage and the target; the target is null where none is set. */
    ageDays: z.int(),
    targetDays: z.int().nullable(),
    /** The first gate that blocks the next stage, if any. */
    blockedBy: z.object({ gateId: z.string(), label: z.string(), href: z.string() }).nullable(),
    /** Every gate that blocks the next stage. */
    blockingGates: z.array(z.string()),
    next: stage.nullable(),
    /** Money of the program's allocations: approved, of which committed and spent. */
    money: z.object({ approved: amountOf, committed: amountOf, spent: amountOf }),
    partners: z.array(z.string()),
    /** The region of the world its country lies in, in the reader's language. */
    region: z.string().nullable(),
    moves: z.array(stage),
  })
  .meta({ id: 'PortfolioCard' })
export type PortfolioCard = z.infer<typeof portfolioCard>

export const portfolioBoard = z
  .object({
    columns: z.array(z.object({ stage, limit: z.int().nullable(), count: z.int(), cards: z.array(portfolioCard) })),
    ended: z.object({ declined: z.int(), redirected: z.int(), withdrawn: z.int(), cancelled: z.int() }),
  })
  .meta({ id: 'PortfolioBoard' })
export type PortfolioBoard = z.infer<typeof portfolioBoard>

const programDate = z.object({
  kind: z.enum(['polling', 'milestone', 'agreementEnd']),
  on: day,
  /** The milestone or the agreement; null for polling day. */
  label: z.string().nullable(),
})

/** When a program began, until when it is known to last, and the days that count on the way. */
export const programDates = z
  .object({ id, from: day, to: day.nullable(), dates: z.array(programDate) })
  .meta({ id: 'ProgramDates' })
export type ProgramDates = z.infer<typeof programDates>

export const lifecycle = {
  gates: endpoint({
    method: 'GET',
    path: '/programs/:id/gates',
    summary: 'Every gate on the way to a later stage, as it stands now',
    tag: 'lifecycle',
    status: 200,
    params: byId,
    query: z.strictObject({ to: stage }),
    response: gateReport,
  }),
  evaluations: endpoint({
    method: 'GET',
    path: '/programs/:id/gate-evaluations',
    summary: 'Evaluations made when the program moved or an allocation was approved, with their inputs',
    tag: 'lifecycle',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(gateEvaluation) }),
  }),
  move: endpoint({
    method: 'POST',
    path: '/programs/:id/transitions',
    summary: 'Move a program to its next stage, or end it',
    tag: 'lifecycle',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ to: stage, note: text(2000).optional() }),
    response: program,
  }),
  suspend: endpoint({
    method: 'POST',
    path: '/programs/:id/suspension',
    summary: 'Suspend a program, whatever its stage',
    tag: 'lifecycle',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ cause: suspensionCause, note: text(2000) }),
    response: program,
  }),
  resume: endpoint({
    method: 'POST',
    path: '/programs/:id/resumption',
    summary: 'Lift the suspension',
    tag: 'lifecycle',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ note: text(2000) }),
    response: program,
  }),
  portfolio: endpoint({
    method: 'GET',
    path: '/boards/portfolio',
    summary: 'The portfolio board: programs by stage',
    tag: 'lifecycle',
    status: 200,
    query: z.strictObject({
      q: text(100).optional(),
      country: countryCode.optional(),
      coordinator: z.uuid().optional(),
      blocked: z.enum(['true', 'false']).optional(),
    }),
    response: portfolioBoard,
  }),
  dates: endpoint({
    method: 'GET',
    path: '/boards/portfolio/dates',
    summary: 'The dates of every program: its span, polling day, milestones, ends of agreements',
    tag: 'lifecycle',
    status: 200,
    response: z.object({ items: z.array(programDates) }),
  }),
}
