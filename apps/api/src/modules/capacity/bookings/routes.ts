import type { FastifyInstance } from 'fastify'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { decideBooking } from './decision-service.ts'
import { bookingsPolicy } from './policy.ts'
import { listBookings } from './queries.ts'
import { askBooking, editBooking, releaseBooking } from './service.ts'

export const bookingsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, bookings.list, { rule: bookingsPolicy.read, handle: listBookings })
  mount(app, server, bookings.ask, askBooking)
  mount(app, server, bookings.edit, editBooking)
  mount(app, server, bookings.decide, decideBooking)
  mount(app, server, bookings.release, releaseBooking)
}
