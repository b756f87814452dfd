import type { FastifyInstance } from 'fastify'
import { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { lifecyclePolicy } from './policy.ts'
import { evaluationsOf, gateReport } from './queries.ts'
import { moveProgram, resumeProgram, suspendProgram } from './service.ts'

export const lifecycleRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, lifecycle.gates, { rule: lifecyclePolicy.gates, visible, handle: gateReport })
  mount(app, server, lifecycle.evaluations, { rule: lifecyclePolicy.gates, visible, handle: evaluationsOf })
  mount(app, server, lifecycle.move, { rule: lifecyclePolicy.move, visible, handle: moveProgram })
  mount(app, server, lifecycle.suspend, { rule: lifecyclePolicy.suspend, visible, handle: suspendProgram })
  mount(app, server, lifecycle.resume, { rule: lifecyclePolicy.resume, visible, handle: resumeProgram })
}
