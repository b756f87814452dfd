import type { FastifyInstance } from 'fastify'
import { partnerViews } from '@entente/shared/shares/partner/contract'
import { sendAttachment } from '../../../platform/files/attachment.ts'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { notFound } from '../../../platform/rules/problems.ts'
import { programVisible } from '../../programs/policy.ts'
import { partnerViewPolicy } from './policy.ts'
import { documentByLink, partnerViewOf, sharedByLink } from './queries.ts'

export const partnerViewRoutes = (app: FastifyInstance, server: Server) => {
  const { read: rule } = partnerViewPolicy
  mount(app, server, partnerViews.ofProgram, { rule, visible: programVisible, handle: partnerViewOf })
  mount(app, server, partnerViews.byLink, { handle: sharedByLink })
  serveLinkedDocument(app, server)
}

const uuid = /^[0-9a-f-]{36}$/

const serveLinkedDocument = (app: FastifyInstance, server: Server) => {
  type Params = { token: string; id: string }
  app.get<{ Params: Params }>('/shared/:token/documents/:id', { schema: { hide: true } }, async (request, reply) => {
    const { token, id } = request.params
    if (!uuid.test(id)) throw notFound()
    return sendAttachment(reply, server.files, await documentByLink({ server, request }, token, id))
  })
}
