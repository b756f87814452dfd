import type { FastifyInstance } from 'fastify'
import { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import type { Knowledge } from '../programs/queries.ts'
import { readsGates } from './policy.ts'
import { evaluationsOf, gateReport } from './queries.ts'
import { moveProgram, reopenProgram, resumeProgram, suspendProgram } from './service.ts'

export const lifecycleRoutes = (app: FastifyInstance, server: Server, knowledge: Knowledge) => {
  const visible = programVisible
  mount(app, server, lifecycle.gates, { rule: readsGates, visible, handle: gateReport })
  mount(app, server, lifecycle.evaluations, { rule: readsGates, visible, handle: evaluationsOf })
  mount(app, server, lifecycle.move, moveProgram(knowledge))
  mount(app, server, lifecycle.suspend, suspendProgram(knowledge))
  mount(app, server, lifecycle.reopen, reopenProgram(knowledge))
  mount(app, server, lifecycle.resume, resumeProgram(knowledge))
}
