import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'

/** People asked or booked for a program that ends are free again from today on; gives how many bookings. */
export const freeBookings = async (tx: Tx, programId: string, reason: string) => {
  const { count } = await tx.db.booking.updateMany({
    where: { programId, ...whereOpenTo(bookingWorkflow, 'release'), endsOn: { gte: asDate(tx.today) } },
    data: { state: bookingWorkflow.transitions.release.to, reason, version: { increment: 1 } },
  })
  return count
}
