import { fiscalYearOf, touches } from '@entente/shared/calendar/rules'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import { asDate } from '../../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../../platform/records/changing.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { defined } from '../../../platform/records/defined.ts'
import { newId } from '../../../platform/database/ids.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { requireOpen } from '../../programs/dossier-service.ts'
import { patternIn } from '../load/queries.ts'
import { bookingsPolicy } from './policy.ts'
import { takenBy } from '../load/presenter.ts'
import { daysText, patternOf } from '../staff/presenter.ts'
import { bookingRecord } from './queries.ts'

type Wanted = { from: string; to: string; days: number }

const requireDays = (tx: Tx, { from, to }: Wanted) => {
  if (to < from)
    throw invalidField('/to', { fr: 'La fin doit suivre le début.', en: 'The end must not precede the start.' })
  if (from < tx.today)
    throw invalidField('/from', { fr: 'Choisissez aujourd’hui ou plus tard.', en: 'Choose today or later.' })
  if (fiscalYearOf(from) !== fiscalYearOf(to)) {
    throw invalidField('/to', {
      fr: 'Une réservation tient dans un exercice (du 1er avril au 31 mars) ; faites-en deux.',
      en: 'A booking lies within one fiscal year (1 April to 31 March); make two.',
    })
  }
}

/** Refuses days that the person’s own time cannot hold: on leave, or more than their working pattern gives. */
export const requireFits = (person: StaffMember, wanted: Wanted) => {
  const leave = patternOf(person).leaves.find(({ from, to }) => touches({ from, to }, wanted.from, wanted.to))
  if (leave !== undefined) {
    throw invalidField('/from', {
      fr: `${person.name} est en congé du ${leave.from} au ${leave.to} : choisissez d’autres jours.`,
      en: `${person.name} is on leave from ${leave.from} to ${leave.to}: choose other days.`,
    })
  }
  const most = patternIn(person, wanted)
  if (wanted.days > most) {
    throw invalidField('/days', {
      fr: `Au plus ${daysText(most).replace('.', ',')} jours sur cette période, selon l’horaire de ${person.name}.`,
      en: `At most ${daysText(most)} days in this period, by the working pattern of ${person.name}.`,
    })
  }
}

/** Someone on the list and active. */
export const knownPerson = async (tx: Tx, staffId: string) => {
  const person = await tx.db.staffMember.findUnique({ where: { id: staffId } })
  if (person?.active === true) return person
  throw invalidField('/staffId', { fr: 'Personne introuvable.', en: 'Person not found.' })
}

const requirePlace = async (tx: Tx, programId: string | null, activityId: string | null) => {
  if (programId !== null) {
    const program = await tx.db.program.findUnique({ where: { id: programId } })
    if (program === null) throw invalidField('/programId', { fr: 'Programme introuvable.', en: 'Program not found.' })
    requireOpen(program)
  }
  const where = { id: activityId ?? '', programId: programId ?? '', archivedAt: null }
  if (activityId === null || (programId !== null && (await tx.db.activity.count({ where })) > 0)) return
  throw invalidField('/activityId', {
    fr: 'Activité introuvable dans ce programme.',
    en: 'Activity not found in this program.',
  })
}

/** Asks for someone, or for whoever fits a profile. Tentative: it takes nothing from anyone until it is firm. */
export const askBooking = adding(
  bookings.ask,
  bookingRecord,
  { action: 'ask', rule: bookingsPolicy.create, ...toRegister },
  async ({ tx, actor, body }) => {
    const { staffId, programId, activityId, from, to, days, profile, ...fields } = body
    const wanted = { from, to, days: Number(days) }
    requireDays(tx, wanted)
    await requirePlace(tx, programId, activityId)
    const person = staffId === null ? null : await knownPerson(tx, staffId)
    if (person !== null) requireFits(person, wanted)
    const id = newId()
    await tx.db.booking.create({
      data: {
        ...fields,
        id,
        staffId,
        programId,
        activityId,
        profile: person?.profile ?? profile ?? '',
        startsOn: asDate(from),
        endsOn: asDate(to),
        days,
        state: bookingWorkflow.initial,
        askedById: actor.id,
        editorIds: [actor.id],
        askedAt: tx.now,
      },
    })
    return id
  },
)

/** Changes what is asked for. Whoever writes in it never confirms it. */
export const editBooking = changing(bookings.edit, bookingRecord, 'edit', async ({ tx, actor, body, id, before }) => {
  const { from, to, days, staffId = before.staffId, profile = before.profile, ...fields } = body
  const present = takenBy(before)
  const wanted = {
    from: from ?? present.from,
    to: to ?? present.to,
    days: days === undefined ? present.days : Number(days),
  }
  requireDays(tx, wanted)
  const person = staffId === null ? null : await knownPerson(tx, staffId)
  if (person !== null) requireFits(person, wanted)
  await tx.db.booking.update({
    where: { id },
    data: {
      ...defined({ ...fields, days }),
      staffId,
      profile: person?.profile ?? profile,
      startsOn: asDate(wanted.from),
      endsOn: asDate(wanted.to),
      ...(!before.editorIds.includes(actor.id) && { editorIds: { push: actor.id } }),
      version: { increment: 1 },
    },
  })
})

/** Gives the days back, tentative or firm. */
export const releaseBooking = changing(bookings.release, bookingRecord, 'release', async ({ tx, id, body }) => {
  const { to: state } = bookingWorkflow.transitions.release
  await tx.db.booking.update({ where: { id }, data: { state, reason: body.reason, version: { increment: 1 } } })
})
