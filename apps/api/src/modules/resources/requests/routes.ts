import type { FastifyInstance } from 'fastify'
import { allocations } from '@entente/shared/resources/requests/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { programVisible } from '../../programs/policy.ts'
import { allocationsPolicy, allocationVisible } from './policy.ts'
import { getAllocation, listAllocations, programForecast } from './queries.ts'
import { draftAllocation, editAllocation } from './service.ts'

export const allocationRoutes = (app: FastifyInstance, server: Server) => {
  const rule = allocationsPolicy.read
  mount(app, server, allocations.list, { rule, handle: listAllocations })
  mount(app, server, allocations.get, { rule, visible: allocationVisible, handle: getAllocation })
  mount(app, server, allocations.draft, draftAllocation)
  mount(app, server, allocations.edit, editAllocation)
  mount(app, server, allocations.forecast, { rule, visible: programVisible, handle: programForecast })
}
