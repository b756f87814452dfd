import type { FastifyReply } from 'fastify'
import type { FileStore } from './file-store.ts'

/** Sends a stored file: always an attachment, never rendered as a page of ours, never kept by a shared cache. */
export const sendAttachment = (
  reply: FastifyReply,
  files: FileStore,
  file: { sha256: string; name: string; mediaType: string },
) =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .type(file.mediaType)
    .send(files.read(file.sha256))
