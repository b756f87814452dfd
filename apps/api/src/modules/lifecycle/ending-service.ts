import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { freeBookings } from '../capacity/bookings/ending-service.ts'
import { closeWaivers } from '../decisions/ending-service.ts'
import { closeConsultations } from '../participation/ending-service.ts'
import { closeRequests } from '../resources/approvals/submission-service.ts'
import { releaseReservations } from '../resources/ledger/ending-service.ts'

/**
 * What the end of a program brings about, in the transaction that ends it: pending requests are closed, reservations go
 * back, people are free, nobody is asked or waits any more. What is committed is told of, as still to settle.
 */
export const endAll = async (tx: Tx, actor: Actor, programId: string, reason: string) => ({
  requestsClosed: await closeRequests(tx, programId),
  ...(await releaseReservations(tx, actor, programId)),
  bookingsFreed: await freeBookings(tx, programId, reason),
  consultationsClosed: await closeConsultations(tx, programId),
  waiversClosed: await closeWaivers(tx, programId),
})
