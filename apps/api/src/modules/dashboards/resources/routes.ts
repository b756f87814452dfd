import type { FastifyInstance } from 'fastify'
import { resourcesPanel } from '@entente/shared/dashboards/resources/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { resourcesPanelPolicy } from './policy.ts'
import { resourceFigures } from './queries.ts'

export const resourcesPanelRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, resourcesPanel.get, { rule: resourcesPanelPolicy.read, handle: resourceFigures })
}
