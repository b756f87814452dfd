import type { FastifyInstance } from 'fastify'
import { activities } from '@entente/shared/activities/contract'
import type { Server } from '../../platform/call.ts'
import { mount } from '../../platform/mount.ts'
import { addColumn, editColumn } from './columns-service.ts'
import { activityPolicy, activityVisible, boardVisible, columnVisible } from './policy.ts'
import { getActivity, getBoard } from './queries.ts'
import { createActivity, editActivity, moveActivity } from './service.ts'

export const activitiesRoutes = (app: FastifyInstance, server: Server) => {
  const { read, edit } = activityPolicy
  mount(app, server, activities.board, { rule: read, visible: boardVisible, handle: getBoard })
  mount(app, server, activities.create, { rule: edit, visible: boardVisible, handle: createActivity })
  mount(app, server, activities.get, { rule: read, visible: activityVisible, handle: getActivity })
  mount(app, server, activities.edit, { rule: edit, visible: activityVisible, handle: editActivity })
  mount(app, server, activities.move, { rule: edit, visible: activityVisible, handle: moveActivity })
  mount(app, server, activities.addColumn, { rule: edit, visible: boardVisible, handle: addColumn })
  mount(app, server, activities.editColumn, { rule: edit, visible: columnVisible, handle: editColumn })
}
