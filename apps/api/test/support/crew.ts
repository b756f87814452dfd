import type { Booking } from '@entente/shared/capacity/bookings/contract'
import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { granted } from './builders.ts'
import type { Person } from './client.ts'
import type { World } from './world.ts'

/** People who can be put to work, and bookings of them, as those concerned make them. */
export const crewIn = (world: World) => {
  const add = async (name: string, fields: object = {}) => {
    const manager = await world.as('manager')
    const person = { name, function: 'Conseil', profile: 'Informatique', ...fields }
    return granted(manager.post<StaffMember>('/staff', person))
  }
  const ask = (by: Person, fields: object) =>
    by.post<Booking>('/bookings', { from: '2026-11-30', to: '2026-12-04', days: '3', purpose: 'Mission', ...fields })
  return {
    add,
    /** Not awaited by itself: a refusal is told. */
    ask,
    asked: async (fields: object) => granted(ask(await world.as('coordinator'), fields)),
    decide: (by: Person, of: { id: string }, fields: object = {}) =>
      by.post<Booking>(`/bookings/${of.id}/decision`, { outcome: 'firm', ...fields }),
  }
}
