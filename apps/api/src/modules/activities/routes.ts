import type { FastifyInstance } from 'fastify'
import { boards } from '@entente/shared/activities/board-contract'
import { activities } from '@entente/shared/activities/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { addColumn, editColumn, limitBoard, orderColumns } from './board-service.ts'
import { activityPolicy, activityVisible, boardVisible, columnVisible } from './policy.ts'
import { getActivity } from './queries.ts'
import { createActivity, editActivity, moveActivity } from './service.ts'

export const activitiesRoutes = (app: FastifyInstance, server: Server) => {
  const { read, edit } = activityPolicy
  mount(app, server, boards.limit, { rule: edit, visible: boardVisible, handle: limitBoard })
  mount(app, server, boards.addColumn, { rule: edit, visible: boardVisible, handle: addColumn })
  mount(app, server, boards.orderColumns, { rule: edit, visible: boardVisible, handle: orderColumns })
  mount(app, server, boards.editColumn, { rule: edit, visible: columnVisible, handle: editColumn })
  mount(app, server, activities.create, { rule: edit, visible: boardVisible, handle: createActivity })
  mount(app, server, activities.get, { rule: read, visible: activityVisible, handle: getActivity })
  mount(app, server, activities.edit, { rule: edit, visible: activityVisible, handle: editActivity })
  mount(app, server, activities.move, { rule: edit, visible: activityVisible, handle: moveActivity })
}
