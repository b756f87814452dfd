import type { FastifyInstance } from 'fastify'
import { dashboards } from '@entente/shared/dashboards/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsal-contract'
import type { Server } from '../../platform/call.ts'
import { mount } from '../../platform/mount.ts'
import { partnerFigures } from './partner-queries.ts'
import { dashboardPolicy } from './policy.ts'
import { portfolioFigures } from './queries.ts'
import { recall, rehearse } from './rehearsal-queries.ts'
import { resourceFigures } from './resources-queries.ts'

export const dashboardsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, dashboards.portfolio, { rule: dashboardPolicy.portfolio, handle: portfolioFigures })
  mount(app, server, dashboards.resources, { rule: dashboardPolicy.resources, handle: resourceFigures })
  mount(app, server, rehearsals.rehearse, { rule: dashboardPolicy.rehearsal, handle: rehearse })
  mount(app, server, rehearsals.recall, { rule: dashboardPolicy.rehearsal, handle: recall })
  mount(app, server, dashboards.partner, { rule: dashboardPolicy.partner, handle: partnerFigures })
}
