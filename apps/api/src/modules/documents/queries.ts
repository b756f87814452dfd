import type { documents } from '@entente/shared/documents/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { namesOf } from '../users/queries.ts'
import { readableBy } from './policy.ts'
import { presentDocument } from './presenter.ts'

export const getDocument = async (call: CallOf<typeof documents.get>) => {
  const unit = await reading(call.server)
  const row = await unit.db.document.findUniqueOrThrow({ where: { id: call.params.id } })
  return presentDocument(row, await namesOf(unit, [row.uploadedById]))
}

export const documentsOfProgram = async (call: CallOf<typeof documents.ofProgram>) => {
  const unit = await reading(call.server)
  const rows = await unit.db.document.findMany({
    where: { AND: [{ programId: call.params.id }, readableBy(call.actor, unit.today)] },
    orderBy: { uploadedAt: 'desc' },
  })
  const people = await namesOf(
    unit,
    rows.map((row) => row.uploadedById),
  )
  return { items: rows.map((row) => presentDocument(row, people)) }
}
