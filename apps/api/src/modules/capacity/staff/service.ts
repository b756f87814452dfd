import { type Leave, staff } from '@entente/shared/capacity/staff/contract'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import { adding, changing, toRegister } from '../../../platform/records/changing.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { defined } from '../../../platform/records/defined.ts'
import { newId } from '../../../platform/database/ids.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { conflictAt, invalidField, ProblemError } from '../../../platform/rules/problems.ts'
import { colleagues } from '../../users/queries.ts'
import { staffListPolicy } from './policy.ts'
import { staffRecord } from './queries.ts'

/** Leaves in order; two that meet are refused at the second. */
const apart = (leaves: readonly Leave[]) => {
  const placed = leaves
    .map((leave, place) => ({ leave, place }))
    .toSorted((a, b) => (a.leave.from < b.leave.from ? -1 : 1))
  for (const [at, { leave, place }] of placed.entries()) {
    const before = placed[at - 1]
    if (before !== undefined && leave.from <= before.leave.to) {
      throw invalidField(`/leaves/${place}/from`, {
        fr: 'Ce congé en chevauche un autre.',
        en: 'This leave overlaps another.',
      })
    }
  }
  return placed.map(({ leave }) => leave)
}

const requireColleague = async (tx: Tx, userId: string | null | undefined) => {
  if (userId === null || userId === undefined) return
  if (!(await colleagues(tx)).some(({ id }) => id === userId)) {
    throw invalidField('/userId', { fr: 'Compte introuvable.', en: 'Account not found.' })
  }
}

/** One account stands for one person: a second is refused at its account (409). */
const accountOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/userId', {
      fr: 'Ce compte est déjà celui d’une autre personne de la liste.',
      en: 'This account is already that of someone else on the list.',
    }),
  )

/** Adds someone who can be put to work. */
export const addStaff = adding(
  staff.add,
  staffRecord,
  { action: 'add', rule: staffListPolicy.create, ...toRegister },
  async ({ tx, body }) => {
    await requireColleague(tx, body.userId)
    const id = newId()
    await accountOnce(tx.db.staffMember.create({ data: { ...body, leaves: apart(body.leaves), id } }))
    return id
  },
)

/** Nobody takes their own account off the list: whose days a booking takes is what keeps them from confirming it. */
const requireOther = (actor: Actor, { userId }: StaffMember, wanted: string | null | undefined) => {
  if (wanted === undefined || wanted === userId || userId !== actor.id) return
  throw new ProblemError('separation-of-duties', {
    detail: {
      fr: 'Cette fiche est la vôtre : une autre personne doit en détacher le compte.',
      en: 'This entry is your own: someone else must take the account off it.',
    },
  })
}

/** Changes what planning knows of someone. Bookings stay; those that no longer fit show as over. */
export const editStaff = changing(staff.edit, staffRecord, 'edit', async ({ tx, actor, body, id, before }) => {
  requireOther(actor, before, body.userId)
  await requireColleague(tx, body.userId)
  const { leaves, ...fields } = body
  await accountOnce(
    tx.db.staffMember.update({
      where: { id },
      data: { ...defined(fields), ...(leaves && { leaves: apart(leaves) }), version: { increment: 1 } },
    }),
  )
})
