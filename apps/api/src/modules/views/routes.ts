import type { FastifyInstance } from 'fastify'
import { views } from '@entente/shared/views/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { viewPolicy, viewVisible } from './policy.ts'
import { listViews } from './queries.ts'
import { deleteView, editView, saveView } from './service.ts'

export const viewsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = viewVisible
  mount(app, server, views.list, { rule: viewPolicy.read, handle: listViews })
  mount(app, server, views.save, { rule: viewPolicy.save, handle: saveView })
  mount(app, server, views.edit, { rule: viewPolicy.edit, visible, handle: editView })
  mount(app, server, views.remove, { rule: viewPolicy.delete, visible, handle: deleteView })
}
