import type { FastifyInstance } from 'fastify'
import { staff } from '@entente/shared/capacity/staff/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { staffListPolicy } from './policy.ts'
import { listStaff } from './queries.ts'
import { addStaff, editStaff } from './service.ts'

export const staffRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, staff.list, { rule: staffListPolicy.read, handle: listStaff })
  mount(app, server, staff.add, addStaff)
  mount(app, server, staff.edit, editStaff)
}
