import type { FastifyInstance } from 'fastify'
import { dashboards } from '@entente/shared/dashboards/portfolio/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { partnerFigures } from '../partner/queries.ts'
import { dashboardPolicy, scenarioPolicy, scenarioVisible } from '../rehearsals/policy.ts'
import { portfolioFigures } from './queries.ts'
import { recall, rehearse } from '../rehearsals/queries.ts'
import { resourceFigures } from '../resources/queries.ts'
import { listScenarios } from '../rehearsals/scenario-queries.ts'
import { forgetScenario, keepScenario } from '../rehearsals/scenario-service.ts'

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
