import type { staff } from '@entente/shared/capacity/staff/contract'
import type { Tx } from '../../../platform/database/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { hasRole } from '../../../platform/rules/policy.ts'
import { staffPolicy } from './policy.ts'
import { byName, presentStaff } from './presenter.ts'

/** People who can be put to work, by name, and whether this person may add one. */
export const listStaff = async (call: CallOf<typeof staff.list>) => {
  const tx = await reading(call.server)
  const rows = byName(await tx.db.staffMember.findMany())
  const can = hasRole(call.actor, staffPolicy.keep.roles) ? (['create'] as const) : []
  return { items: rows.map((row) => presentStaff(row, call.actor)), can: [...can] }
}

/** Those on the list who have an account, by it. */
export const staffByAccount = async (tx: Tx) => {
  const rows = await tx.db.staffMember.findMany({ where: { userId: { not: null } } })
  return new Map(rows.flatMap((row) => (row.userId === null ? [] : [[row.userId, row] as const])))
}
