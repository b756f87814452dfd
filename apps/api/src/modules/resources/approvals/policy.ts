import { quantityText } from '@entente/shared/decisions/drift-gates'
import type { Label } from '@entente/shared/kernel/text'
import { unit } from '@entente/shared/resources/rates/options'
import type { Actor } from '../../../platform/rules/policy.ts'
import { type Asked, tookPart } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { hasRoleOf, hasSigned, isWithinLimit } from '../requests/step-policy.ts'
import type { Lent } from '../delegations/queries.ts'
import { type Totals, withinLimit } from './limits-queries.ts'

const covers = ({ delegation: { units, limitMoney, limitDays } }: Lent, totals: Totals) => {
  const counted = { CAD: totals.money, staffDay: totals.days, item: totals.items }
  const within = unit.options.every((word) => counted[word].isZero() || units.includes(word))
  return (
    within &&
    (limitMoney === null || totals.money.lte(limitMoney)) &&
    (limitDays === null || totals.days.lte(limitDays))
  )
}

type Stepped = Asked & Pick<AllocationRow, 'steps'>
type Step = Pick<AllocationRow['steps'][number], 'rule' | 'role'>

/**
 * The power a decision would use: one’s own when it reaches, else one that was lent by someone who took no part in the
 * request and signed no other step of it.
 */
export const powerOver = (actor: Actor, lent: readonly Lent[], row: Stepped, step: Step, totals: Totals) => {
  const reaches = (person: Actor) => (isWithinLimit(step) ? withinLimit(person, totals) : hasRoleOf(step, person.roles))
  if (reaches(actor)) return { reaches: true, lent: null }
  const mayLend = ({ giver }: Lent) => !tookPart(giver, row) && !hasSigned(row, giver.id)
  const found = lent.find((one) => mayLend(one) && covers(one, totals) && reaches(one.giver)) ?? null
  return { reaches: found !== null, lent: found }
}

/** The limit of a person that these sums exceed, money first, as it is read; null where they have no power at all. */
const exceeded = ({ limitMoney, limitDays }: Actor, totals: Totals): Label | null => {
  if (limitMoney === null || limitDays === null) return null
  const [limit, of] = totals.money.gt(limitMoney) ? ([limitMoney, 'CAD'] as const) : ([limitDays, 'staffDay'] as const)
  return { fr: quantityText(limit, of, 'fr-CA'), en: quantityText(limit, of, 'en-CA') }
}

/** Why the power of this person does not reach: whose step it is, or over which limit the request goes. */
export const overLimitOf = (actor: Actor, step: Step, totals: Totals): Label => {
  if (!isWithinLimit(step))
    return { fr: 'Cette étape revient à la direction.', en: 'This step belongs to the executive.' }
  const limit = exceeded(actor, totals)
  if (limit === null) {
    return {
      fr: 'Le total dépasse votre délégation : la demande revient à une personne dont la limite suffit.',
      en: 'The total exceeds your delegation: someone with a sufficient limit decides.',
    }
  }
  return {
    fr: `Le total va au-delà de votre limite de ${limit.fr} : la demande revient à une personne dont la limite suffit.`,
    en: `The total is over your limit of ${limit.en}: someone with a sufficient limit decides.`,
  }
}
