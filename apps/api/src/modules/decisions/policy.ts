import { waivableGates } from '@entente/shared/decisions/rules'
import { waiverWorkflow } from '@entente/shared/decisions/workflow'
import type { Program, Waiver } from '../../generated/prisma/client.ts'
import { except, inStateFor, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, inRunningProgram, notSuspended, whileOpen } from '../programs/policy.ts'
import { internal, open } from '../users/policy.ts'

/** A waiver is decided by a role its gate names, and by another person than who asked for it (domain.md, 6.12). */
export const waiverPolicy = {
  decide: {
    roles: [...new Set([...waivableGates.values()].flat())],
    rolesOf: ({ gateId }) => waivableGates.get(gateId) ?? [],
    person: except(({ proposedById }, { id }) => proposedById === id, {
      fr: 'Vous avez demandé cette dérogation : une autre personne doit en décider.',
      en: 'You asked for this waiver: someone else must decide on it.',
    }),
    while: [{ ...inStateFor(waiverWorkflow, 'grant'), problem: 'already-decided' }, inOpenProgram, inRunningProgram],
  },
} satisfies Policy<Waiver & { program: Program }>

/** What is done to the register of authorizations. */
export const authorizationsPolicy = {
  read: internal,
  record: open('coordinator', 'executive'),
} satisfies Policy<null>

/** What this slice lets people do to a program; which outcomes its stage admits, `outcomesFor` says. */
export const programDecisionPolicy = {
  decide: { ...open('executive'), while: [whileOpen, notSuspended] },
  waive: { ...open('coordinator', 'manager'), while: [whileOpen, notSuspended] },
} satisfies Policy<Program>

export const readsDecisions = internal
