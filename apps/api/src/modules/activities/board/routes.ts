import type { FastifyInstance } from 'fastify'
import { boards } from '@entente/shared/activities/board-contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { boardVisible } from '../policy.ts'
import { changeActivities, fillBoard } from './bulk-service.ts'
import { boardPolicy } from './policy.ts'
import { boardVersion, getBoard } from './queries.ts'

export const boardRoutes = (app: FastifyInstance, server: Server) => {
  const visible = boardVisible
  mount(app, server, boards.get, { rule: boardPolicy.read, visible, unchanged: boardVersion, handle: getBoard })
  mount(app, server, boards.change, { rule: boardPolicy.change, visible, handle: changeActivities })
  mount(app, server, boards.fill, { rule: boardPolicy.fill, visible, handle: fillBoard })
}
