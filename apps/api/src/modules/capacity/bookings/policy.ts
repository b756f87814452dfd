import type { Booking } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

/** A booking, and the account of the person it names. */
export type Named = Pick<Booking, 'askedById' | 'editorIds'> & { staff: { userId: string | null } | null }

export const bookingPolicy = {
  read: internal,
  ask: open('coordinator'),
  edit: open('coordinator'),
  /** Nobody confirms what they asked for or wrote in, nor their own days. */
  decide: {
    roles: ['manager', 'executive'],
    person: (actor, booking) =>
      actor.id !== booking.askedById && !booking.editorIds.includes(actor.id) && actor.id !== booking.staff?.userId,
    otherwise: {
      fr: 'Vous avez demandé cette réservation, ou elle vous nomme : une autre personne doit en décider.',
      en: 'You asked for this booking, or it names you: someone else must decide it.',
    },
  },
  release: open('coordinator', 'manager', 'executive'),
} satisfies Record<string, Rule<Named>>

export const bookingVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.booking.count({ where: { id } })) > 0
