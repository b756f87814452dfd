import type { FastifyInstance } from 'fastify'
import { dashboards } from '@entente/shared/dashboards/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsal-contract'
import type { Server } from '../../platform/call.ts'
import { mount } from '../../platform/mount.ts'
import { partnerFigures } from './partner-queries.ts'
import { dashboardPolicy, scenarioPolicy, scenarioVisible } from './policy.ts'
import { portfolioFigures } from './queries.ts'
import { recall, rehearse } from './rehearsal-queries.ts'
import { resourceFigures } from './resources-queries.ts'
import { listScenarios } from './scenario-queries.ts'
import { forgetScenario, keepScenario } from './scenario-service.ts'

export const dashboardsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, dashboards.portfolio, { rule: dashboardPolicy.portfolio, handle: portfolioFigures })
  mount(app, server, dashboards.resources, { rule: dashboardPolicy.resources, handle: resourceFigures })
  mount(app, server, rehearsals.rehearse, { rule: dashboardPolicy.rehearsal, handle: rehearse })
  mount(app, server, rehearsals.scenarios, { rule: scenarioPolicy.read, handle: listScenarios })
  mount(app, server, rehearsals.keep, { rule: scenarioPolicy.keep, handle: keepScenario })
  mount(app, server, rehearsals.forget, {
    rule: scenarioPolicy.delete,
    visible: scenarioVisible,
    handle: forgetScenario,
  })
  mount(app, server, rehearsals.recall, { rule: dashboardPolicy.rehearsal, handle: recall })
  mount(app, server, dashboards.partner, { rule: dashboardPolicy.partner, handle: partnerFigures })
}
