import type { staff, Leave } from '@entente/shared/capacity/staff/contract'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { defined } from '../../../platform/records/defined.ts'
import { newId } from '../../../platform/database/ids.ts'
import { conflictAt, invalidField, ProblemError } from '../../../platform/rules/problems.ts'
import { colleagues } from '../../users/queries.ts'
import { presentStaff } from './presenter.ts'

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
export const addStaff = (call: CallOf<typeof staff.add>) =>
  accountOnce(
    command(call, async (tx) => {
      await requireColleague(tx, call.body.userId)
      const data = { ...call.body, leaves: apart(call.body.leaves), id: newId() }
      const row = await tx.db.staffMember.create({ data })
      const answer = presentStaff(row, call.actor)
      const record = { action: 'staff.add', resource: 'staffMember', id: row.id, programId: null, version: 1 }
      return { answer, record: { ...record, after: answer } }
    }),
  )

/** Nobody takes their own account off the list: whose days a booking takes is what keeps them from confirming it. */
const requireOther = (call: CallOf<typeof staff.edit>, { userId }: { userId: string | null }) => {
  const wanted = call.body.userId
  if (wanted === undefined || wanted === userId || userId !== call.actor.id) return
  throw new ProblemError('separation-of-duties', {
    detail: {
      fr: 'Cette fiche est la vôtre : une autre personne doit en détacher le compte.',
      en: 'This entry is your own: someone else must take the account off it.',
    },
  })
}

/** Changes what planning knows of someone. Bookings stay; those that no longer fit show as over. */
export const editStaff = (call: CallOf<typeof staff.edit>) =>
  accountOnce(
    command(call, async (tx) => {
      const { id } = call.params
      await lock(tx, 'staff_members', id)
      const before = presentStaff(await tx.db.staffMember.findUniqueOrThrow({ where: { id } }), call.actor)
      expectVersion(call, before)
      requireOther(call, before)
      await requireColleague(tx, call.body.userId)
      const { leaves, ...fields } = call.body
      const row = await tx.db.staffMember.update({
        where: { id },
        data: { ...defined(fields), ...(leaves && { leaves: apart(leaves) }), version: { increment: 1 } },
      })
      const answer = presentStaff(row, call.actor)
      const record = { action: 'staff.edit', resource: 'staffMember', id, programId: null, version: answer.version }
      return { answer, record: { ...record, before, after: answer } }
    }),
  )
