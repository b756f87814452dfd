import { type DriftFacts, driftBackToDecision, driftRevised } from '@entente/shared/decisions/drift-gates'
import { placeOf } from '@entente/shared/programs/rules'
import { Prisma, type Program } from '../../generated/prisma/client.ts'
import { lockName, type Unit } from '../../platform/database.ts'
import { evaluateGates, type Evaluated } from '../../platform/gate-engine.ts'
import { activeWaivers } from '../decisions/facts.ts'
import { decidedPlans } from '../decisions/plan-facts.ts'
import { amountIn } from './presenter.ts'

/** An amount about to be granted, in the unit of its envelope. */
export type Adding = { unit: string; amount: Prisma.Decimal }

/** What each unit was planned to take: as it was decided, else as the program says. Above zero, or it does not count. */
const planOf = async (unit: Unit, program: Program) => {
  const decided = (await decidedPlans(unit, [program.id])).get(program.id)
  const plan = [
    { unit: 'CAD' as const, planned: decided?.money ?? program.plannedMoney },
    { unit: 'staffDay' as const, planned: decided?.days ?? program.plannedDays },
  ]
  return plan.filter(({ planned }) => planned.gt(0))
}

/** What stands reserved, committed and spent for a program, with what is being granted, against its plan. */
export const driftFacts = async (unit: Unit, program: Program, adding: readonly Adding[] = []): Promise<DriftFacts> => {
  const lines = await unit.db.allocationLine.findMany({
    where: { allocation: { programId: program.id, state: 'approved' } },
    include: { envelope: true },
  })
  const standing = lines.map(({ envelope, reserved, committed, spent }) => ({
    unit: envelope.unit,
    amount: reserved.plus(committed).plus(spent),
  }))
  const forecastOf = (counted: string) =>
    [...standing, ...adding]
      .filter((part) => part.unit === counted)
      .reduce((sum, { amount }) => sum.plus(amount), new Prisma.Decimal(0))
  const parts = (await planOf(unit, program)).map(({ unit: counted, planned }) => ({
    unit: counted,
    planned: amountIn(counted, planned),
    forecast: amountIn(counted, forecastOf(counted)),
  }))
  return { drift: { href: placeOf(program.id, 'decision'), parts } }
}

/**
 * The plan a program was decided on still holds with what is granted now (P7-G7): more than 10 % above it asks for a
 * revised approval, more than 25 % goes back to the decision. Approvals of one program are weighed one after another;
 * the program itself is only kept, never locked, since several of them keep it at once.
 */
export const driftGates = async (
  unit: Unit,
  program: Program | null,
  adding: readonly Adding[],
): Promise<Evaluated[]> => {
  if (program === null) return []
  await lockName(unit, `plan ${program.id}`)
  const facts = await driftFacts(unit, program, adding)
  const waivers = (await activeWaivers(unit, [program.id])).get(program.id)
  return [...evaluateGates([driftBackToDecision], facts), ...evaluateGates([driftRevised], facts, waivers)]
}
