import type { FastifyInstance } from 'fastify'
import { stepRules } from '@entente/shared/resources/rules/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { stepRulePolicy, stepRulesVisible } from './policy.ts'
import { readStepRules } from './queries.ts'
import { decideRules, proposeRules } from './service.ts'

export const stepRuleRoutes = (app: FastifyInstance, server: Server) => {
  const { read, propose, decide } = stepRulePolicy
  mount(app, server, stepRules.read, { rule: read, handle: readStepRules })
  mount(app, server, stepRules.propose, { rule: propose, handle: proposeRules })
  mount(app, server, stepRules.decide, { rule: decide, visible: stepRulesVisible, handle: decideRules })
}
