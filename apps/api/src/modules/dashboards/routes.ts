import type { FastifyInstance } from 'fastify'
import { dashboards } from '@entente/shared/dashboards/contract'
import type { Server } from '../../platform/call.ts'
import { mount } from '../../platform/mount.ts'
import { partnerFigures } from './partner-queries.ts'
import { dashboardPolicy } from './policy.ts'
import { portfolioFigures } from './queries.ts'
import { resourceFigures } from './resources-queries.ts'

export const dashboardsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, dashboards.portfolio, { rule: dashboardPolicy.portfolio, handle: portfolioFigures })
  mount(app, server, dashboards.resources, { rule: dashboardPolicy.resources, handle: resourceFigures })
  mount(app, server, dashboards.partner, { rule: dashboardPolicy.partner, handle: partnerFigures })
}
