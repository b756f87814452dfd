import type { z } from 'zod'
import type { staffMember } from '@entente/shared/capacity/staff/contract'
import type { Pattern } from '@entente/shared/capacity/staff/rules'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { staffPolicy } from './policy.ts'

/** Staff-days as they travel: tenths. */
export const daysText = (value: number) => value.toFixed(1)

/** How someone works, as sums of days need it. */
export const patternOf = (row: StaffMember): Pattern => ({
  daysPerWeek: row.daysPerWeek.toNumber(),
  availability: row.availability,
  leaves: row.leaves,
  critical: row.critical,
})

/** In the order a French reader looks for: Élie before Frédérique. */
export const byName = <Row extends { name: string; id: string }>(rows: readonly Row[]) =>
  rows.toSorted((left, right) => left.name.localeCompare(right.name, 'fr') || (left.id < right.id ? -1 : 1))

/** Someone who can be put to work, as this person may see and change them. */
export const presentStaff = (row: StaffMember, actor: Actor): z.input<typeof staffMember> => ({
  id: row.id,
  name: row.name,
  userId: row.userId,
  function: row.function,
  critical: row.critical,
  profile: row.profile,
  skills: row.skills,
  languages: row.languages,
  daysPerWeek: row.daysPerWeek.toFixed(1),
  availability: row.availability,
  leaves: row.leaves,
  active: row.active,
  version: row.version,
  ...allowedOn(staffPolicy, row, actor),
})
