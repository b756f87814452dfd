import type { FastifyInstance } from 'fastify'
import { allocations } from '@entente/shared/resources/requests/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { programVisible } from '../../programs/policy.ts'
import { allocationPolicy, allocationVisible as visible } from './policy.ts'
import { getAllocation, listAllocations, programForecast } from './queries.ts'
import { draftAllocation, editAllocation } from './service.ts'

export const allocationRoutes = (app: FastifyInstance, server: Server) => {
  const { read, draft, edit } = allocationPolicy
  mount(app, server, allocations.list, { rule: read, handle: listAllocations })
  mount(app, server, allocations.get, { rule: read, visible, handle: getAllocation })
  mount(app, server, allocations.draft, { rule: draft, handle: draftAllocation })
  mount(app, server, allocations.edit, { rule: edit, visible, handle: editAllocation })
  mount(app, server, allocations.forecast, { rule: read, visible: programVisible, handle: programForecast })
}
