import type { FastifyInstance } from 'fastify'
import { documents } from '@entente/shared/documents/contract'
import { reading, readingAs, type Server } from '../../platform/records/call.ts'
import { sendAttachment } from '../../platform/files/attachment.ts'
import { mount } from '../../platform/http/mount.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { notFound, ProblemError } from '../../platform/rules/problems.ts'
import { programVisible } from '../programs/policy.ts'
import { documentPolicy, documentVisible } from './policy.ts'
import { documentsOfProgram, getDocument } from './queries.ts'
import { releaseDocument, uploadDocument } from './service.ts'

export const documentsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, documents.upload, { rule: documentPolicy.upload, handle: uploadDocument })
  mount(app, server, documents.get, { rule: documentPolicy.read, visible: documentVisible, handle: getDocument })
  mount(app, server, documents.release, releaseDocument)
  mount(app, server, documents.ofProgram, {
    rule: documentPolicy.list,
    visible: programVisible,
    handle: documentsOfProgram,
  })
  serveContent(app, server)
}

/** The file that this person asks for, if it may open it. */
const documentFor = (server: Server, actor: Actor, id: string) =>
  readingAs(server, actor, async (asked) => {
    const tx = await reading(asked)
    if (!/^[0-9a-f-]{36}$/.test(id) || !(await documentVisible(tx, actor, id))) throw notFound()
    return tx.db.document.findUniqueOrThrow({ where: { id } })
  })

/** The file itself: always an attachment, never rendered in our own page. */
const serveContent = (app: FastifyInstance, server: Server) => {
  app.get<{ Params: { id: string } }>('/documents/:id/content', { schema: { hide: true } }, async (request, reply) => {
    if (request.actor === null) throw new ProblemError('not-signed-in')
    return sendAttachment(reply, server.files, await documentFor(server, request.actor, request.params.id))
  })
}
