import type { FastifyInstance } from 'fastify'
import { shares } from '@entente/shared/shares/contract'
import type { Server } from '../../platform/records/call.ts'
import { sendAttachment } from '../../platform/files/attachment.ts'
import { mount } from '../../platform/http/mount.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { programVisible } from '../programs/policy.ts'
import { sharePolicy } from './policy.ts'
import { documentByLink, partnerViewOf, sharedByLink, sharesOfProgram, shareVisible } from './queries.ts'
import { grantShare, revokeShare } from './service.ts'

export const sharesRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, shares.ofProgram, { rule: sharePolicy.read, visible, handle: sharesOfProgram })
  mount(app, server, shares.grant, { rule: sharePolicy.grant, visible, handle: grantShare })
  mount(app, server, shares.revoke, { rule: sharePolicy.revoke, visible: shareVisible, handle: revokeShare })
  mount(app, server, shares.partnerView, { rule: sharePolicy.view, visible, handle: partnerViewOf })
  mount(app, server, shares.byLink, { handle: sharedByLink })
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
