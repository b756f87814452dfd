import type { FastifyInstance } from 'fastify'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { rehearsalPolicy, scenariosPolicy } from './policy.ts'
import { recall, rehearse } from './queries.ts'
import { listScenarios } from './scenario-queries.ts'
import { forgetScenario, keepScenario } from './scenario-service.ts'

export const rehearsalsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, rehearsals.rehearse, { rule: rehearsalPolicy.read, handle: rehearse })
  mount(app, server, rehearsals.scenarios, { rule: scenariosPolicy.read, handle: listScenarios })
  mount(app, server, rehearsals.keep, keepScenario)
  mount(app, server, rehearsals.forget, forgetScenario)
  mount(app, server, rehearsals.recall, { rule: rehearsalPolicy.read, handle: recall })
}
