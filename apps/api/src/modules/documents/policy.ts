import type { Document, Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Policy, RoleRule } from '../../platform/rules/policy.ts'
import { inForceOn } from '../programs/policy.ts'
import { anyone, has, internal, isInternal, open } from '../users/policy.ts'

/** A file is filed by whoever works on programs, or takes part in one: who audits or administers adds nothing to them. */
export const documentPolicy = {
  upload: open('coordinator', 'analyst', 'manager', 'executive', 'partner'),
  read: anyone,
  list: internal,
} satisfies Record<string, RoleRule>

/** Who analyses, decides or audits reads restricted files too. */
const readsAll = (actor: Actor) => has(actor, 'analyst', 'manager', 'executive', 'auditor')

/** Only the institution says who else may read a file: what a partner files stays with its organization until then. */
export const documentReleasePolicy = {
  release: open('coordinator', 'executive'),
} satisfies Policy<Document>

/** The files of a program that an organization may read there; without one, that anyone may who holds a link. */
export const openTo = (organizationId: string | null): Prisma.DocumentWhereInput =>
  organizationId === null
    ? { audience: 'public' }
    : {
        OR: [
          { audience: { in: ['partners', 'public'] } },
          { audience: 'organizations', organizationIds: { has: organizationId } },
        ],
      }

/**
 * The files a person may open. A colleague: all but the restricted ones, which stay with who filed them, the
 * coordination of their program, and who analyses, decides or audits. A partner: its own, and those its organization
 * may read in a program whose share has the section `documents`.
 */
export const readableBy = (actor: Actor, today: string): Prisma.DocumentWhereInput => {
  const own = { uploadedById: actor.id }
  if (readsAll(actor)) return {}
  if (isInternal(actor))
    return { OR: [own, { classification: { not: 'restricted' } }, { program: { coordinatorId: actor.id } }] }
  const { organizationId } = actor
  if (organizationId === null) return own
  const share = { kind: 'organization' as const, organizationId, sections: { has: 'documents' }, ...inForceOn(today) }
  return { OR: [own, { AND: [openTo(organizationId), { program: { shares: { some: share } } }] }] }
}

/** The files a person may cite: those it may open; a colleague may also keep what the program already holds. */
export const citableBy = (actor: Actor, today: string, programId: string | null): Prisma.DocumentWhereInput =>
  isInternal(actor) && !readsAll(actor) && programId !== null
    ? { OR: [readableBy(actor, today), { programId }] }
    : readableBy(actor, today)

export const documentVisible = async (tx: Tx, actor: Actor, id: string) =>
  (await tx.db.document.count({ where: { AND: [{ id }, readableBy(actor, tx.today)] } })) > 0
