import type { Program } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Policy } from '../../platform/rules/policy.ts'
import { binding, programVisible, whileOpen } from '../programs/policy.ts'
import { anyone, has, isInternal, open } from '../users/policy.ts'

export const readsPartnerships = anyone

/** What this slice lets people do to a program. */
export const programPartnershipPolicy = {
  edit: { ...open('coordinator'), while: [whileOpen] },
  sign: binding('agreement', { ...open('coordinator'), while: [whileOpen] }),
  reportContribution: { ...open('coordinator', 'partner'), while: [whileOpen] },
} satisfies Policy<Program>

/** Records that concern one organization: all of them for a colleague, those of its own organization for a partner. */
export const ofOwnOrganization = (actor: Actor): { organizationId?: { in: string[] } } => {
  if (isInternal(actor)) return {}
  return { organizationId: { in: actor.organizationId === null ? [] : [actor.organizationId] } }
}

type Concerned = { programId: string; organizationId: string }

/** The same for one record in a path: another organization's is not found, like one that does not exist. */
export const visibleToConcerned =
  (find: (tx: Tx, id: string) => Promise<Concerned | null>) => async (tx: Tx, actor: Actor, id: string) => {
    const record = await find(tx, id)
    if (record === null) return false
    const concerned = isInternal(actor) || record.organizationId === actor.organizationId
    return concerned && programVisible(tx, actor, record.programId)
  }

export type Voice = 'account' | 'recorded'
/** How this person speaks for an organization: by an account of it, recorded by a coordinator, or not at all. */
export const voiceOf = (actor: Actor, organizationId: string | null): Voice | null => {
  if (has(actor, 'partner') && actor.organizationId !== null && actor.organizationId === organizationId)
    return 'account'
  return has(actor, 'coordinator') ? 'recorded' : null
}
