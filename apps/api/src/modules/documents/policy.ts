import type { Document, Prisma } from '../../generated/prisma/client.ts'
import type { Unit } from '../../platform/database.ts'
import type { Actor, Rule } from '../../platform/policy.ts'
import { inForceOn } from '../programs/policy.ts'
import { anyone, internal, isInternal, open } from '../users/policy.ts'

/** A file is filed by whoever works on programs, or takes part in one: who audits or administers adds nothing to them. */
export const documentPolicy = {
  upload: open('coordinator', 'analyst', 'manager', 'executive', 'partner'),
  read: anyone,
  list: internal,
} satisfies Record<string, Rule<Document>>

/**
 * The files a person may open: a colleague all; a partner its own, and those
 * classed for partners in a program whose share has the section `documents`.
 */
export const readableBy = (actor: Actor, today: string): Prisma.DocumentWhereInput => {
  if (isInternal(actor)) return {}
  const { organizationId } = actor
  const own = { uploadedById: actor.id }
  if (organizationId === null) return own
  const share = { kind: 'organization', organizationId, sections: { has: 'documents' }, ...inForceOn(today) }
  return { OR: [own, { classification: { in: ['public', 'partner'] }, program: { shares: { some: share } } }] }
}

export const documentVisible = async (unit: Unit, actor: Actor, id: string) =>
  (await unit.db.document.count({ where: { AND: [{ id }, readableBy(actor, unit.today)] } })) > 0
