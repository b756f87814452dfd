import type { FastifyInstance } from 'fastify'
import { views } from '@entente/shared/views/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { viewsPolicy } from './policy.ts'
import { listViews } from './queries.ts'
import { deleteView, editView, saveView } from './service.ts'

export const viewsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, views.list, { rule: viewsPolicy.read, handle: listViews })
  mount(app, server, views.save, saveView)
  mount(app, server, views.edit, editView)
  mount(app, server, views.remove, deleteView)
}
