import type { FastifyInstance } from 'fastify'
import { context } from '@entente/shared/context/contract'
import { mount } from '../../platform/http/mount.ts'
import type { Server } from '../../platform/records/call.ts'
import { programVisible } from '../programs/policy.ts'
import { readsContext } from './policy.ts'
import { eventsOfProgram } from './queries.ts'
import { clearEvent, raiseEvent } from './service.ts'

export const contextRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, context.ofProgram, { rule: readsContext, visible: programVisible, handle: eventsOfProgram })
  mount(app, server, context.raise, raiseEvent)
  mount(app, server, context.clear, clearEvent)
}
