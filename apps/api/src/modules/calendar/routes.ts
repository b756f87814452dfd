import type { FastifyInstance } from 'fastify'
import { elections } from '@entente/shared/calendar/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { listElections } from './election-queries.ts'
import { electionsPolicy } from './policy.ts'
import { editElection, enterElection } from './service.ts'

export const calendarRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, elections.list, { rule: electionsPolicy.read, handle: listElections })
  mount(app, server, elections.enter, enterElection)
  mount(app, server, elections.edit, editElection)
}
