import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import type { Booking, StaffMember } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, type Condition, except, inStateFor, type Policy } from '../../../platform/rules/policy.ts'
import { programDecisionPolicy } from '../../decisions/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

/** A booking, the person it names, whether its days are over, and whether they touch those closed by our elections. */
export type Standing = Booking & {
  staff: Pick<StaffMember, 'userId' | 'critical'> | null
  isOver: boolean
  inBlackout: boolean
}

const notOver: Condition<Standing> = {
  holds: ({ isOver }) => !isOver,
  otherwise: bookingWorkflow.transitions.release.otherwise,
}
/** Someone not critical, asked for by a program: a waiver can let them be away during our elections (P7-G6). */
const waivable: Condition<Standing> = {
  holds: ({ inBlackout, programId, staff }) => inBlackout && programId !== null && staff?.critical === false,
  otherwise: {
    fr: 'Cette réservation ne demande aucune dérogation, ou n’en admet pas.',
    en: 'This booking needs no waiver, or admits none.',
  },
}
const whileFor = (action: 'edit' | 'confirm' | 'release') => [inStateFor(bookingWorkflow, action), notOver]

export const bookingPolicy = {
  edit: { ...open('coordinator'), while: whileFor('edit') },
  /** Nobody confirms what they asked for or wrote in, nor their own days. */
  decide: {
    ...open('manager', 'executive'),
    person: except(({ askedById, editorIds, staff }, { id }) => [askedById, ...editorIds, staff?.userId].includes(id), {
      fr: 'Vous avez demandé cette réservation, ou elle vous nomme : une autre personne doit en décider.',
      en: 'You asked for this booking, or it names you: someone else must decide it.',
    }),
    while: whileFor('confirm'),
  },
  release: { ...open('coordinator', 'manager', 'executive'), while: whileFor('release') },
  /** Asking that the person may be away during our elections. */
  waive: { roles: programDecisionPolicy.waive.roles, while: [...whileFor('confirm'), waivable] },
} satisfies Policy<Standing>

/** What is done to the list of bookings. */
export const bookingsPolicy = { read: internal, create: open('coordinator') } satisfies Policy<null>

export const bookingVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.booking.count({ where: { id } })) > 0
