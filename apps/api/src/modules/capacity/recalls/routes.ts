import type { FastifyInstance } from 'fastify'
import { recalls } from '@entente/shared/capacity/recalls/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { readsRecalls } from './policy.ts'
import { listRecalls } from './queries.ts'
import { decideRecall } from './service.ts'

export const recallsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, recalls.list, { rule: readsRecalls, handle: listRecalls })
  mount(app, server, recalls.decide, decideRecall)
}
