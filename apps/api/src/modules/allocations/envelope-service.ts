import type { allocations } from '@entente/shared/allocations/contract'
import { Prisma } from '../../generated/prisma/client.ts'
import type { CallOf } from '../../platform/call.ts'
import { command } from '../../platform/command.ts'
import { isDuplicate } from '../../platform/database-errors.ts'
import { newId } from '../../platform/ids.ts'
import { invalidField } from '../../platform/problems.ts'
import { requireDigits } from './ceiling-service.ts'
import { presentEnvelope } from './presenter.ts'

/** Of several that open the same envelope at once, too, one does. */
const openedOnce = async <T>(write: Promise<T>): Promise<T> => {
  try {
    return await write
  } catch (error) {
    if (!isDuplicate(error)) throw error
    throw invalidField('/unit', { fr: 'Cette enveloppe existe déjà.', en: 'This envelope already exists.' })
  }
}

/** Opens an envelope; one for each fiscal year, unit, profile and holder. */
export const openEnvelope = (call: CallOf<typeof allocations.openEnvelope>) =>
  openedOnce(
    command(call, async (unit) => {
      const { unit: measure, ceiling, ...place } = call.body
      requireDigits({ unit: measure }, new Prisma.Decimal(ceiling), '/ceiling')
      const row = await unit.db.envelope.create({
        data: { ...place, id: newId(), unit: measure, ceiling, opening: ceiling, openedAt: unit.now },
      })
      const answer = presentEnvelope(row, call.actor)
      const record = { action: 'envelope.open', resource: 'envelope', id: row.id, programId: null, version: 1 }
      return { answer, record: { ...record, after: answer } }
    }),
  )
