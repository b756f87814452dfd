import type { FastifyInstance } from 'fastify'
import { recalls } from '@entente/shared/capacity/recalls/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { electionVisible } from '../../calendar/policy.ts'
import { recallPolicy } from './policy.ts'
import { listRecalls } from './queries.ts'
import { decideRecall } from './service.ts'

export const recallsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, recalls.list, { rule: recallPolicy.read, handle: listRecalls })
  mount(app, server, recalls.decide, { rule: recallPolicy.decide, visible: electionVisible, handle: decideRecall })
}
