import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { Prisma } from '../../../generated/prisma/client.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import { newId } from '../../../platform/database/ids.ts'
import { adding, toRegister } from '../../../platform/records/changing.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { proposeChange, requireDigits } from './ceiling-service.ts'
import { envelopesPolicy } from './policy.ts'
import { envelopeRecord } from './queries.ts'

/** Of several that open the same envelope at once, too, one does. */
const openedOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    invalidField('/unit', { fr: 'Cette enveloppe existe déjà.', en: 'This envelope already exists.' }),
  )

const requireYearNotEnded = (fiscalYear: number, today: string) => {
  const { to } = fiscalYearDays(fiscalYear)
  if (today <= to) return
  throw invalidField('/fiscalYear', {
    fr: `Cet exercice s’est terminé le ${to} : rien n’y est plus accordé.`,
    en: `This fiscal year ended on ${to}: nothing more is granted in it.`,
  })
}

/**
 * Opens an envelope of a fiscal year that has not ended, one for each fiscal year, unit, profile and holder, and proposes its ceiling: nothing can be
 * granted from it before someone else confirms that.
 */
export const openEnvelope = adding(
  envelopes.open,
  envelopeRecord,
  { action: 'open', rule: envelopesPolicy.create, ...toRegister },
  async ({ tx, actor, body }) => {
    const { unit: measure, ceiling, reason, ...place } = body
    const wanted = new Prisma.Decimal(ceiling)
    requireDigits({ unit: measure }, wanted, '/ceiling')
    requireYearNotEnded(place.fiscalYear, tx.today)
    const { id } = await openedOnce(
      tx.db.envelope.create({
        data: { ...place, id: newId(), unit: measure, ceiling: 0, opening: 0, openedAt: tx.now },
      }),
    )
    if (!wanted.isZero()) await proposeChange(tx, actor, { envelopeId: id, kind: 'opening', delta: wanted, reason })
    return id
  },
)
