import type { FastifyInstance } from 'fastify'
import { boards } from '@entente/shared/activities/board-contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { boardVisible, editsBoards, readsBoards } from '../policy.ts'
import { changeActivities, fillBoard } from './bulk-service.ts'
import { boardVersion, getBoard } from './queries.ts'

export const boardRoutes = (app: FastifyInstance, server: Server) => {
  const visible = boardVisible
  mount(app, server, boards.get, { rule: readsBoards, visible, unchanged: boardVersion, handle: getBoard })
  mount(app, server, boards.change, { rule: editsBoards, visible, handle: changeActivities })
  mount(app, server, boards.fill, { rule: editsBoards, visible, handle: fillBoard })
}
