import type { FastifyInstance } from 'fastify'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { decideBooking } from './decision-service.ts'
import { bookingPolicy, bookingVisible } from './policy.ts'
import { listBookings } from './queries.ts'
import { askBooking, editBooking, releaseBooking } from './service.ts'

export const bookingsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = bookingVisible
  mount(app, server, bookings.list, { rule: bookingPolicy.read, handle: listBookings })
  mount(app, server, bookings.ask, { rule: bookingPolicy.ask, handle: askBooking })
  mount(app, server, bookings.edit, { rule: bookingPolicy.edit, visible, handle: editBooking })
  mount(app, server, bookings.decide, { rule: bookingPolicy.decide, visible, handle: decideBooking })
  mount(app, server, bookings.release, { rule: bookingPolicy.release, visible, handle: releaseBooking })
}
