import type { FastifyInstance } from 'fastify'
import { boards } from '@entente/shared/activities/board-contract'
import { activities } from '@entente/shared/activities/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { addColumn, editColumn, limitBoard, orderColumns } from './board-service.ts'
import { activityVisible, boardVisible, editsBoards, readsBoards } from './policy.ts'
import { getActivity } from './queries.ts'
import { createActivity, editActivity, moveActivity } from './service.ts'

export const activitiesRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, boards.limit, { rule: editsBoards, visible: boardVisible, handle: limitBoard })
  mount(app, server, boards.addColumn, addColumn)
  mount(app, server, boards.orderColumns, { rule: editsBoards, visible: boardVisible, handle: orderColumns })
  mount(app, server, boards.editColumn, editColumn)
  mount(app, server, activities.create, createActivity)
  mount(app, server, activities.get, { rule: readsBoards, visible: activityVisible, handle: getActivity })
  mount(app, server, activities.edit, editActivity)
  mount(app, server, activities.move, moveActivity)
}
