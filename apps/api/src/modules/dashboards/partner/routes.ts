import type { FastifyInstance } from 'fastify'
import { partnerPanel } from '@entente/shared/dashboards/partner/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { partnerPanelPolicy } from './policy.ts'
import { partnerFigures } from './queries.ts'

export const partnerPanelRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, partnerPanel.get, { rule: partnerPanelPolicy.read, handle: partnerFigures })
}
