import type { documents } from '@entente/shared/documents/contract'
import { recorded } from '../../platform/records/changing.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Document } from '../../generated/prisma/client.ts'
import { namesOf } from '../users/queries.ts'
import { documentReleasePolicy, documentVisible, readableBy } from './policy.ts'
import { presentDocument } from './presenter.ts'

export const getDocument = async (call: CallOf<typeof documents.get>) => {
  const tx = await reading(call.server)
  const row = await tx.db.document.findUniqueOrThrow({ where: { id: call.params.id } })
  return presentDocument(row, await namesOf(tx, [row.uploadedById]), call.actor)
}

export const documentsOfProgram = async (call: CallOf<typeof documents.ofProgram>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.document.findMany({
    where: { AND: [{ programId: call.params.id }, readableBy(call.actor, tx.today)] },
    orderBy: { uploadedAt: 'desc' },
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.uploadedById),
  )
  return { items: rows.map((row) => presentDocument(row, people, call.actor)) }
}

/** A file, for the command that says who may read it. */
export const documentRecord = recorded<Document>()({
  resource: 'documents',
  noun: 'document',
  table: 'documents',
  policy: documentReleasePolicy,
  visible: documentVisible,
  find: (tx, id) => tx.db.document.findUniqueOrThrow({ where: { id } }),
  present: async (tx, actor, row) => presentDocument(row, await namesOf(tx, [row.uploadedById]), actor),
  programOf: ({ programId }) => programId,
})
