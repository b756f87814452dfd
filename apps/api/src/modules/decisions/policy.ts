import { waivableGates, waivedAt } from '@entente/shared/decisions/rules'
import { authorizationWorkflow, waiverWorkflow } from '@entente/shared/decisions/workflow'
import type { Authorization, Program, Waiver } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Actor, except, inStateFor, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, inRunningProgram, notSuspended, whileOpen } from '../programs/policy.ts'
import { internal, isInternal, open } from '../users/policy.ts'

/**
 * A waiver is decided by a role its gate names, one level up for each that went before it in a row, and by another person
 * than who asked for it or decided the one before: nobody waives the same gate twice in a row (domain.md, 6.12).
 */
export const waiverPolicy = {
  decide: {
    roles: [...new Set([...waivableGates.values()].flat())],
    rolesOf: ({ gateId, level }) => waivedAt(gateId, level),
    person: except(({ proposedById, formerDeciderId }, { id }) => [proposedById, formerDeciderId].includes(id), {
      fr: 'Vous avez demandé cette dérogation, ou décidé de la précédente : une autre personne doit en décider.',
      en: 'You asked for this waiver, or decided the one before it: someone else must decide on it.',
    }),
    while: [{ ...inStateFor(waiverWorkflow, 'grant'), problem: 'already-decided' }, inOpenProgram, inRunningProgram],
  },
} satisfies Policy<Waiver & { program: Program }>

const keepers = open('coordinator', 'executive')

/** What is done to the register of authorizations. */
export const authorizationsPolicy = { read: internal, record: keepers } satisfies Policy<null>

/** An authorization that one person recorded counts once another confirmed it; a withdrawal takes effect at once. */
export const authorizationPolicy = {
  confirm: {
    ...keepers,
    person: except(({ recordedById }, { id }) => recordedById === id, {
      fr: 'Vous avez versé cette autorisation : une autre personne doit la confirmer.',
      en: 'You recorded this authorization: someone else must confirm it.',
    }),
    while: [{ ...inStateFor(authorizationWorkflow, 'confirm'), problem: 'already-decided' }],
  },
  withdraw: { ...keepers, while: [inStateFor(authorizationWorkflow, 'withdraw')] },
} satisfies Policy<Authorization>

/** Authorizations are internal: every colleague sees them, no partner does. */
export const authorizationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.authorization.count({ where: { id } })) > 0

/** What this slice lets people do to a program; which outcomes its stage admits, `outcomesFor` says. */
export const programDecisionPolicy = {
  decide: { ...open('executive'), while: [whileOpen, notSuspended] },
  waive: { ...open('coordinator', 'manager'), while: [whileOpen, notSuspended] },
} satisfies Policy<Program>

export const readsDecisions = internal
