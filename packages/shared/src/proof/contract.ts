import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, day, instant, person } from '../kernel/fields.ts'
import { gateKind, gateState } from '../kernel/gate.ts'
import { phase } from './rules.ts'

const link = z.object({ label: z.string(), href: z.string() })

/** One gate of a program as it stood on a day, with the act that made it so. */
export const proofGate = z
  .object({
    id: z.string(),
    principle: z.int(),
    kind: gateKind,
    /** Whether it was to be kept that day, still ahead, or over. */
    phase,
    state: gateState,
    since: instant,
    /** The last day on which it holds by itself. */
    until: day.nullable(),
    ruleVersion: z.int(),
    cause: z.object({ at: instant, by: person.nullable(), action: z.string() }).nullable(),
    message: z.string(),
    missing: z.array(link),
    evidence: z.array(link),
  })
  .meta({ id: 'ProofGate' })
export type ProofGate = z.infer<typeof proofGate>

export const proof = {
  asOf: endpoint({
    method: 'GET',
    path: '/programs/:id/proof',
    summary: 'Every gate of a program as it stood on a day, with the act that made it so',
    tag: 'proof',
    status: 200,
    params: byId,
    query: z.strictObject({ asOf: day.optional() }),
    response: z.object({ asOf: day, gates: z.array(proofGate) }),
  }),
}
