import type { Actor } from '../../../platform/rules/policy.ts'
import { type Asked, tookPart } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { hasRoleOf, hasSigned, isWithinLimit } from '../requests/step-policy.ts'
import type { Lent } from '../delegations/queries.ts'
import { type Totals, withinLimit } from './limits-queries.ts'

const covers = ({ delegation: { units, limitMoney, limitDays } }: Lent, totals: Totals) => {
  const counted = { CAD: totals.money, staffDay: totals.days, item: totals.items }
  const within = Object.entries(counted).every(([word, total]) => total.isZero() || units.includes(word))
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
