import type { staff } from '@entente/shared/capacity/staff/contract'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { allowedOn } from '../../../platform/rules/policy.ts'
import { staffListPolicy, staffPolicy, staffVisible } from './policy.ts'
import { byName, presentStaff } from './presenter.ts'

/** People who can be put to work, by name, and whether this person may add one. */
export const listStaff = async (call: CallOf<typeof staff.list>) => {
  const tx = await reading(call.server)
  const rows = byName(await tx.db.staffMember.findMany())
  return {
    items: rows.map((row) => presentStaff(row, call.actor)),
    ...allowedOn(staffListPolicy, null, call.actor, ['create']),
  }
}

/** Someone on the list, for the commands that change an entry. */
export const staffRecord = recorded<StaffMember>()({
  resource: 'capacity/staff',
  noun: 'staff',
  table: 'staff_members',
  policy: staffPolicy,
  visible: staffVisible,
  find: (tx, id) => tx.db.staffMember.findUniqueOrThrow({ where: { id } }),
  present: (_tx, actor, row) => Promise.resolve(presentStaff(row, actor)),
  programOf: () => null,
})

/** Those on the list who have an account, by it. */
export const staffByAccount = async (tx: Tx) => {
  const rows = await tx.db.staffMember.findMany({ where: { userId: { not: null } } })
  return new Map(rows.flatMap((row) => (row.userId === null ? [] : [[row.userId, row] as const])))
}
