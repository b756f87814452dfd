import type { FastifyInstance } from 'fastify'
import { comments } from '@entente/shared/activities/comments/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { activityVisible } from '../policy.ts'
import { commentPolicy, commentVisible } from './policy.ts'
import { listComments, listHistory, listMentions } from './queries.ts'
import { addComment, attendActivity, editComment, removeComment } from './service.ts'

export const commentsRoutes = (app: FastifyInstance, server: Server) => {
  const { read, add, edit } = commentPolicy
  mount(app, server, comments.list, { rule: read, visible: activityVisible, handle: listComments })
  mount(app, server, comments.add, { rule: add, visible: activityVisible, handle: addComment })
  mount(app, server, comments.edit, { rule: edit, visible: commentVisible, handle: editComment })
  mount(app, server, comments.remove, { rule: edit, visible: commentVisible, handle: removeComment })
  mount(app, server, comments.mentions, { rule: read, handle: listMentions })
  mount(app, server, comments.history, { rule: read, visible: activityVisible, handle: listHistory })
  mount(app, server, comments.attend, { rule: add, visible: activityVisible, handle: attendActivity })
}
