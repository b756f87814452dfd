import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { fileTypeFromBuffer } from 'file-type'
import { documents, newDocument } from '@entente/shared/documents/contract'
import { audiencesOf } from '@entente/shared/documents/options'
import type { CallOf } from '../../platform/records/call.ts'
import { changing } from '../../platform/records/changing.ts'
import { command, fingerprintOf } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { parse } from '../../platform/rules/validation.ts'
import { namesOf } from '../users/queries.ts'
import { citableBy } from './policy.ts'
import { presentDocument } from './presenter.ts'
import { documentRecord } from './queries.ts'

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

type Fields = Record<string, string | string[]>
type Received = { bytes: Buffer; name: string; fields: Fields }

/** A list comes as one part for each of its items. */
const take = (fields: Fields, name: string, value: string) => {
  if (name === 'organizationIds') fields[name] = [fields[name] ?? [], value].flat()
  else fields[name] = value
}

const receive = async (call: CallOf<typeof documents.upload>): Promise<Received> => {
  const received: { bytes: Buffer | null; name: string; fields: Fields } = {
    bytes: null,
    name: '',
    fields: {},
  }
  for await (const part of call.request.parts()) {
    if (part.type === 'file') {
      received.bytes = await part.toBuffer()
      received.name = part.filename
    } else if (typeof part.value === 'string') take(received.fields, part.fieldname, part.value)
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

/** What a partner files is for its own organization, until the institution says otherwise. */
const addressed = ({ organizationId }: Actor, { audience, organizationIds = [] }: z.output<typeof newDocument>) => {
  if (organizationId === null) return { audience: audience ?? 'internal', organizationIds }
  const own = audience === 'organizations' && organizationIds.every((id) => id === organizationId)
  if (audience === undefined || own) return { audience: 'organizations' as const, organizationIds: [organizationId] }
  throw invalidField('/audience', {
    fr: 'Ce que vous déposez est pour votre organisation et l’institution ; c’est à elle de le diffuser plus loin.',
    en: 'What you file is for your organization and the institution; it alone may release it further.',
  })
}

/** Stores a file: the bytes are safe on the disk before the row that names them commits. */
export const uploadDocument = async (call: CallOf<typeof documents.upload>) => {
  const { bytes, name, fields } = await receive(call)
  const body = parse(newDocument, fields)
  const readers = addressed(call.actor, body)
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
        ...readers,
      },
    })
    const answer = presentDocument(row, await namesOf(tx, [row.uploadedById]), call.actor)
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

/**
 * Files a document in the program whose record cites it, and gives it. The person must be able to cite it, and it may
 * belong to no other program: ids of others are refused like ids that do not exist. To be cited opens it to nobody.
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
  return tx.db.document.update({ where: { id: documentId }, data: { programId } })
}

const requireOrganizations = async (tx: Tx, ids: readonly string[]) => {
  const known = await tx.db.organization.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  const place = ids.findIndex((id) => !known.some((row) => row.id === id))
  if (place < 0) return
  throw invalidField(`/organizationIds/${place}`, { fr: 'Organisation introuvable.', en: 'Organization not found.' })
}

/** Says who may read a file beside the institution, within what its classification admits. */
export const releaseDocument = changing(
  documents.release,
  documentRecord,
  'release',
  async ({ tx, body: { audience, organizationIds }, id, before }) => {
    if (!audiencesOf[before.classification].includes(audience))
      throw invalidField('/audience', {
        fr: 'Le classement de ce fichier n’admet pas ces lecteurs : choisissez-en moins.',
        en: 'The classification of this file does not allow these readers: choose fewer.',
      })
    await requireOrganizations(tx, organizationIds)
    await tx.db.document.update({ where: { id }, data: { audience, organizationIds, version: { increment: 1 } } })
  },
)

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
