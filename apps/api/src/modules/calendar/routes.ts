import type { FastifyInstance } from 'fastify'
import { elections } from '@entente/shared/calendar/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { listElections } from './election-queries.ts'
import { calendarPolicy, electionVisible } from './policy.ts'
import { editElection, enterElection } from './service.ts'

export const calendarRoutes = (app: FastifyInstance, server: Server) => {
  const { read, keep } = calendarPolicy
  mount(app, server, elections.list, { rule: read, handle: listElections })
  mount(app, server, elections.enter, { rule: keep, handle: enterElection })
  mount(app, server, elections.edit, { rule: keep, visible: electionVisible, handle: editElection })
}
