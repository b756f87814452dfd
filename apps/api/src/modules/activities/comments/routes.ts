import type { FastifyInstance } from 'fastify'
import { comments } from '@entente/shared/activities/comments/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { activityPolicy, activityVisible, readsBoards } from '../policy.ts'
import { listComments, listHistory, listMentions } from './queries.ts'
import { addComment, attendActivity, editComment, removeComment } from './service.ts'

export const commentsRoutes = (app: FastifyInstance, server: Server) => {
  const [rule, visible] = [readsBoards, activityVisible]
  const { roles } = activityPolicy.comment
  mount(app, server, comments.list, { rule, visible, handle: listComments })
  mount(app, server, comments.add, addComment)
  mount(app, server, comments.edit, editComment)
  mount(app, server, comments.remove, removeComment)
  mount(app, server, comments.mentions, { rule, handle: listMentions })
  mount(app, server, comments.history, { rule, visible, handle: listHistory })
  mount(app, server, comments.attend, { rule: { roles }, visible, handle: attendActivity })
}
