import { bookings } from '@entente/shared/capacity/bookings/contract'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import type { Call } from '../../../platform/records/call.ts'
import { changing } from '../../../platform/records/changing.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { blocking, gateFailed, recordEvaluations } from '../../../platform/rules/gates.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, wrongState } from '../../../platform/rules/problems.ts'
import { knownPerson, requireFits } from './service.ts'
import { absencesOf, electionGates } from './facts.ts'
import { loadsIn } from '../load/queries.ts'
import { bookingPolicy } from './policy.ts'
import type { BookingRow } from './presenter.ts'
import { bookingRecord } from './queries.ts'
import { takenBy } from '../load/presenter.ts'
import { daysText } from '../staff/presenter.ts'

const { refuse } = bookingWorkflow.transitions

/** The one who is to do it, locked: two managers do not both give the same days. */
const lockedPerson = async (tx: Tx, row: BookingRow, chosen: string | undefined) => {
  const id = chosen ?? row.staffId
  if (id === null) throw invalidField('/staffId', { fr: 'Nommez la personne.', en: 'Name the person.' })
  await lock(tx, 'staff_members', id)
  return knownPerson(tx, id)
}

/** Firm bookings never take more than a person has. */
const requireRoom = async (tx: Tx, row: BookingRow, person: StaffMember) => {
  const wanted = takenBy(row)
  const load = (await loadsIn(tx, [person], wanted, row.id)).get(person.id)
  const left = Math.max(0, (load?.capacity ?? 0) - (load?.firm ?? 0))
  if (wanted.days <= left + 0.05) return
  throw wrongState(
    `Il reste ${daysText(left).replace('.', ',')} j-p à ${person.name} du ${wanted.from} au ${wanted.to} : moins de jours, d’autres dates ou une autre personne.`,
    `${person.name} has ${daysText(left)} staff-days left from ${wanted.from} to ${wanted.to}: fewer days, other dates or someone else.`,
  )
}

/** Our own elections come first (P7-G6): critical functions stay, others leave by waiver only. */
const requireElectionsFirst = async (tx: Tx, call: Call, row: BookingRow, person: StaffMember) => {
  const named = [{ person, period: takenBy(row) }]
  const facts = await absencesOf(tx, named, [call.actor.id], `/capacity?tab=bookings&booking=${row.id}`)
  const evaluated = await electionGates(tx, row.programId, facts)
  const place = { from: row.program?.stage ?? 'allocation', to: row.program?.stage ?? 'allocation' }
  if (blocking(evaluated).length > 0) throw gateFailed(blocking(evaluated), call.locale, place)
  await recordEvaluations(tx, call.actor, { occasion: 'approval', programId: row.programId, ...place }, evaluated)
}

/** Makes a booking firm, of the person asked for or one named now, or refuses it with a reason. */
export const decideBooking = changing(
  bookings.decide,
  bookingRecord,
  'decide',
  async ({ tx, call, actor, body, id, before }) => {
    const { outcome, staffId, reason = null } = body
    const decided = { state: outcome, decidedById: actor.id, decidedAt: tx.now, reason, version: { increment: 1 } }
    if (outcome === refuse.to) {
      await tx.db.booking.update({ where: { id }, data: decided })
      return { action: 'booking.refuse' }
    }
    const person = await lockedPerson(tx, before, staffId)
    authorize(bookingPolicy.decide, { ...before, staff: person }, actor)
    requireFits(person, takenBy(before))
    await requireElectionsFirst(tx, call, before, person)
    await requireRoom(tx, before, person)
    await tx.db.booking.update({ where: { id }, data: { ...decided, staffId: person.id, profile: person.profile } })
    return { action: 'booking.confirm' }
  },
)
