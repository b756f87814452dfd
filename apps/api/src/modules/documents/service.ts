import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type documents, newDocument } from '@entente/shared/documents/contract'
import type { CallOf } from '../../platform/records/call.ts'
import { command, fingerprintOf } from '../../platform/records/command.ts'
import type { Document } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { parse } from '../../platform/rules/validation.ts'
import { namesOf } from '../users/queries.ts'
import { citableBy } from './policy.ts'
import { presentDocument } from './presenter.ts'

/** Types we store, as the content tells them: never as the name or the browser says. */
const acceptedTypes = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
])

type Received = { bytes: Buffer; name: string; fields: Record<string, string> }

const receive = async (call: CallOf<typeof documents.upload>): Promise<Received> => {
  const received: { bytes: Buffer | null; name: string; fields: Record<string, string> } = {
    bytes: null,
    name: '',
    fields: {},
  }
  for await (const part of call.request.parts()) {
    if (part.type === 'file') {
      received.bytes = await part.toBuffer()
      received.name = part.filename
    } else if (typeof part.value === 'string') received.fields[part.fieldname] = part.value
  }
  const { bytes } = received
  if (bytes === null || bytes.length === 0) {
    throw invalidField('/file', {
      fr: 'Joignez un fichier qui n’est pas vide.',
      en: 'Attach a file that is not empty.',
    })
  }
  return { ...received, bytes }
}

/** The last part of the name, without control or direction-changing characters. */
const safeName = (name: string) => {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/\p{C}/gu, '').trim()
  return /.{1,150}$/su.exec(plain)?.[0] ?? 'document'
}

const typeOf = async (bytes: Buffer) => {
  const type = await fileTypeFromBuffer(bytes)
  if (type !== undefined && acceptedTypes.has(type.mime)) return type.mime
  throw invalidField('/file', {
    fr: 'Ce contenu n’est pas accepté : joignez un PDF, une image ou un document bureautique.',
    en: 'This content is not accepted: attach a PDF, an image or an office document.',
  })
}

/** Stores a file: the bytes are safe on the disk before the row that names them commits. */
export const uploadDocument = async (call: CallOf<typeof documents.upload>) => {
  const { bytes, name, fields } = await receive(call)
  const body = parse(newDocument, fields)
  const mediaType = await typeOf(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await call.server.files.put(sha256, bytes)
  if (call.idempotency !== null) {
    call.idempotency.fingerprint = fingerprintOf('POST', call.request.url, { ...body, sha256 })
  }
  return command(call, async (tx) => {
    const row = await tx.db.document.create({
      data: {
        id: newId(),
        sha256,
        size: bytes.length,
        mediaType,
        name: safeName(name),
        uploadedById: call.actor.id,
        uploadedAt: tx.now,
        ...body,
      },
    })
    const answer = presentDocument(row, await namesOf(tx, [row.uploadedById]))
    return {
      answer,
      record: {
        action: 'document.upload',
        resource: 'documents',
        id: row.id,
        programId: null,
        version: 1,
        after: answer,
      },
    }
  })
}

/** Filing what a partner uploaded, and classed for partners, would open it to the other partners of the program. */
const opensToPartners = async (tx: Tx, actor: Actor, { classification, uploadedById }: Document) =>
  uploadedById !== actor.id &&
  ['public', 'partner'].includes(classification) &&
  (await tx.db.user.count({ where: { id: uploadedById, organizationId: { not: null } } })) > 0

/**
 * Files a document in the program whose record cites it, and gives it. The person must be able to cite it, and it may
 * belong to no other program: ids of others are refused like ids that do not exist. What a partner has not filed itself
 * is opened to no other partner by being cited.
 */
export const attach = async (
  tx: Tx,
  actor: Actor,
  programId: string | null,
  documentId: string | null | undefined,
  pointer: string,
) => {
  if (documentId === null || documentId === undefined) return null
  const citable = citableBy(actor, tx.today, programId)
  const row = await tx.db.document.findFirst({ where: { AND: [{ id: documentId }, citable] } })
  if (row === null || (row.programId !== null && row.programId !== programId)) {
    throw invalidField(pointer, {
      fr: 'Document introuvable, ou déjà versé à un autre dossier.',
      en: 'Document not found, or already filed in another dossier.',
    })
  }
  if (row.programId !== null || programId === null) return row
  if (await opensToPartners(tx, actor, row)) {
    throw invalidField(pointer, {
      fr: 'Ce dépôt d’un partenaire deviendrait lisible aux autres partenaires du programme : déposez-en une copie classée interne.',
      en: 'This upload of a partner would become readable to the other partners of the program: file a copy classed internal.',
    })
  }
  return tx.db.document.update({ where: { id: documentId }, data: { programId } })
}

/**
 * Files the documents that a record comes to cite, those it `held` before among them as they are; a refusal names the
 * place of the one at fault. In one order for everyone: two who file the same ones do not wait for each other for ever.
 */
export const attachAll = async (
  tx: Tx,
  actor: Actor,
  programId: string | null,
  documentIds: readonly string[] = [],
  held: readonly string[] = [],
) => {
  const added = [...documentIds.entries()].filter(([, documentId]) => !held.includes(documentId))
  for (const [place, documentId] of added.toSorted(([, one], [, other]) => (one < other ? -1 : 1)))
    await attach(tx, actor, programId, documentId, `/documentIds/${place}`)
}
