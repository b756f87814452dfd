import type { FastifyInstance } from 'fastify'
import { portfolioPanel } from '@entente/shared/dashboards/portfolio/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { portfolioPanelPolicy } from './policy.ts'
import { portfolioFigures } from './queries.ts'

export const portfolioPanelRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, portfolioPanel.get, { rule: portfolioPanelPolicy.read, handle: portfolioFigures })
}
