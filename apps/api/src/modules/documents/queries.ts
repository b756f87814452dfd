import type { documents } from '@entente/shared/documents/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { namesOf } from '../users/queries.ts'
import { readableBy } from './policy.ts'
import { presentDocument } from './presenter.ts'

export const getDocument = async (call: CallOf<typeof documents.get>) => {
  const tx = await reading(call.server)
  const row = await tx.db.document.findUniqueOrThrow({ where: { id: call.params.id } })
  return presentDocument(row, await namesOf(tx, [row.uploadedById]))
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
  return { items: rows.map((row) => presentDocument(row, people)) }
}
