import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, instant, person } from '../kernel/fields.ts'
import { gateKind, gateState } from '../kernel/gate.ts'
import { reason } from '../kernel/text.ts'
import { commitment } from '../programs/options.ts'
import { program } from '../programs/contract.ts'
import { stage, suspensionCause } from '../programs/workflow.ts'

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

const occasion = z.enum(['move', ...commitment.options])
export type Occasion = z.infer<typeof occasion>

/** A past evaluation with what it read: the answer to "Why?". */
export const gateEvaluation = z
  .object({
    id: z.string(),
    gateId: z.string(),
    occasion,
    from: stage,
    to: stage,
    state: gateState,
    ruleVersion: z.int(),
    inputs: z.unknown(),
    at: instant,
    by: person,
  })
  .meta({ id: 'GateEvaluation' })

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
    summary: 'Evaluations made when the program moved or committed to something, with their inputs',
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
    body: z.strictObject({ to: stage, note: reason(2000).optional() }),
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
    body: z.strictObject({ cause: suspensionCause, note: reason(2000) }),
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
    body: z.strictObject({ note: reason(2000) }),
    response: program,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/programs/:id/reopening',
    summary: 'Take a program back to a former stage: what was proven later is asked again',
    tag: 'lifecycle',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ to: stage, reason: reason(2000) }),
    response: program,
  }),
}
