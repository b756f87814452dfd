import type { FastifyInstance } from 'fastify'
import { stepRules } from '@entente/shared/resources/rules/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { stepRulesPolicy } from './policy.ts'
import { readStepRules } from './queries.ts'
import { decideRules, proposeRules } from './service.ts'

export const stepRuleRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, stepRules.read, { rule: stepRulesPolicy.read, handle: readStepRules })
  mount(app, server, stepRules.propose, proposeRules)
  mount(app, server, stepRules.decide, decideRules)
}
