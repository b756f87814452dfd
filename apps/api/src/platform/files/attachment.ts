import type { FastifyReply } from 'fastify'
import type { FileStore } from './file-store.ts'

/** Headers of a file: always an attachment, never rendered as a page of ours, never kept by a shared cache. */
export const asAttachment = (reply: FastifyReply, file: { name: string; mediaType: string }) =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .type(file.mediaType)

/** Sends a stored file. */
export const sendAttachment = (
  reply: FastifyReply,
  files: FileStore,
  file: { sha256: string; name: string; mediaType: string },
) => asAttachment(reply, file).send(files.read(file.sha256))
