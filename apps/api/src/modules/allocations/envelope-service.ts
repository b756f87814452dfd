import type { allocations } from '@entente/shared/allocations/contract'
import { Prisma } from '../../generated/prisma/client.ts'
import type { CallOf } from '../../platform/call.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { invalidField } from '../../platform/problems.ts'
import { requireDigits } from './ceiling-service.ts'
import { presentEnvelope } from './presenter.ts'

/** Opens an envelope; one for each fiscal year, unit, profile and holder. */
export const openEnvelope = (call: CallOf<typeof allocations.openEnvelope>) =>
  command(call, async (unit) => {
    const { fiscalYear, unit: measure, profile, holder, ceiling } = call.body
    requireDigits({ unit: measure }, new Prisma.Decimal(ceiling), '/ceiling')
    if ((await unit.db.envelope.count({ where: { fiscalYear, unit: measure, profile, holder } })) > 0) {
      throw invalidField('/unit', { fr: 'Cette enveloppe existe déjà.', en: 'This envelope already exists.' })
    }
    const row = await unit.db.envelope.create({
      data: { id: newId(), fiscalYear, unit: measure, profile, holder, ceiling, opening: ceiling, openedAt: unit.now },
    })
    const answer = presentEnvelope(row, call.actor)
    return {
      answer,
      record: { action: 'envelope.open', resource: 'envelope', id: row.id, programId: null, version: 1, after: answer },
    }
  })
