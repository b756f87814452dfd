import type { FastifyInstance } from 'fastify'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import { capacity } from '@entente/shared/capacity/load/contract'
import { recalls } from '@entente/shared/capacity/recalls/contract'
import { staff } from '@entente/shared/capacity/staff/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { electionVisible } from '../../calendar/policy.ts'
import { askBooking, editBooking, releaseBooking } from './service.ts'
import { decideBooking } from './decision-service.ts'
import { readLoadMap } from '../load/queries.ts'
import { readMatches } from '../load/match-queries.ts'
import { bookingPolicy, bookingVisible, recallPolicy, staffPolicy, staffVisible } from './policy.ts'
import { listBookings, listStaff } from './queries.ts'
import { listRecalls } from '../recalls/queries.ts'
import { decideRecall } from '../recalls/service.ts'
import { addStaff, editStaff } from '../staff/service.ts'

export const capacityRoutes = (app: FastifyInstance, server: Server) => {
  const visible = bookingVisible
  mount(app, server, staff.list, { rule: staffPolicy.read, handle: listStaff })
  mount(app, server, staff.add, { rule: staffPolicy.keep, handle: addStaff })
  mount(app, server, staff.edit, { rule: staffPolicy.keep, visible: staffVisible, handle: editStaff })
  mount(app, server, bookings.list, { rule: bookingPolicy.read, handle: listBookings })
  mount(app, server, bookings.ask, { rule: bookingPolicy.ask, handle: askBooking })
  mount(app, server, bookings.edit, { rule: bookingPolicy.edit, visible, handle: editBooking })
  mount(app, server, bookings.decide, { rule: bookingPolicy.decide, visible, handle: decideBooking })
  mount(app, server, bookings.release, { rule: bookingPolicy.release, visible, handle: releaseBooking })
  mount(app, server, capacity.map, { rule: staffPolicy.read, handle: readLoadMap })
  mount(app, server, capacity.matches, { rule: staffPolicy.read, handle: readMatches })
  mount(app, server, recalls.list, { rule: recallPolicy.read, handle: listRecalls })
  mount(app, server, recalls.decide, { rule: recallPolicy.decide, visible: electionVisible, handle: decideRecall })
}
