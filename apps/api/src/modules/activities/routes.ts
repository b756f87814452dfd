import type { FastifyInstance } from 'fastify'
import { boards } from '@entente/shared/activities/board-contract'
import { comments } from '@entente/shared/activities/comments/contract'
import { activities } from '@entente/shared/activities/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { boardVersion, getBoard } from './board/queries.ts'
import { addColumn, editColumn, limitBoard, orderColumns } from './board-service.ts'
import { changeActivities, fillBoard } from './board/bulk-service.ts'
import { commentVisible, listComments, listHistory, listMentions } from './comments/queries.ts'
import { addComment, attendActivity, editComment, removeComment } from './comments/service.ts'
import { activityPolicy, activityVisible, boardVisible, columnVisible, commentPolicy } from './policy.ts'
import { getActivity } from './queries.ts'
import { createActivity, editActivity, moveActivity } from './service.ts'

export const activitiesRoutes = (app: FastifyInstance, server: Server) => {
  const { read, edit } = activityPolicy
  mount(app, server, boards.get, { rule: read, visible: boardVisible, unchanged: boardVersion, handle: getBoard })
  mount(app, server, boards.limit, { rule: edit, visible: boardVisible, handle: limitBoard })
  mount(app, server, boards.addColumn, { rule: edit, visible: boardVisible, handle: addColumn })
  mount(app, server, boards.orderColumns, { rule: edit, visible: boardVisible, handle: orderColumns })
  mount(app, server, boards.editColumn, { rule: edit, visible: columnVisible, handle: editColumn })
  mount(app, server, boards.change, { rule: edit, visible: boardVisible, handle: changeActivities })
  mount(app, server, boards.fill, { rule: edit, visible: boardVisible, handle: fillBoard })
  mount(app, server, activities.create, { rule: edit, visible: boardVisible, handle: createActivity })
  mount(app, server, activities.get, { rule: read, visible: activityVisible, handle: getActivity })
  mount(app, server, activities.edit, { rule: edit, visible: activityVisible, handle: editActivity })
  mount(app, server, activities.move, { rule: edit, visible: activityVisible, handle: moveActivity })
  mount(app, server, comments.list, { rule: read, visible: activityVisible, handle: listComments })
  mount(app, server, comments.add, { rule: commentPolicy.add, visible: activityVisible, handle: addComment })
  mount(app, server, comments.edit, { rule: commentPolicy.edit, visible: commentVisible, handle: editComment })
  mount(app, server, comments.remove, { rule: commentPolicy.edit, visible: commentVisible, handle: removeComment })
  mount(app, server, comments.mentions, { rule: read, handle: listMentions })
  mount(app, server, comments.history, { rule: read, visible: activityVisible, handle: listHistory })
  mount(app, server, comments.attend, { rule: commentPolicy.add, visible: activityVisible, handle: attendActivity })
}
