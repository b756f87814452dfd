import type { Mutant } from './resource-mutations.ts'

const modules = 'apps/api/src/modules'

/** What is approved, spent and worked against what was decided. */
export const actualsMutants: Mutant[] = [
  {
    defence: 'a program far above its plan goes back to the decision',
    file: 'packages/shared/src/decisions/drift-gates.ts',
    without: "missing(facts, '125',",
    by: "missing(facts, '900',",
    test: `${modules}/allocations/drift.test.ts`,
    name: 'goes back to the decision above a quarter',
  },
  {
    defence: 'a program above its plan asks again',
    file: 'packages/shared/src/decisions/drift-gates.ts',
    without: "missing(facts, '110',",
    by: "missing(facts, '900',",
    test: `${modules}/allocations/drift.test.ts`,
    name: 'may exceed it by a tenth',
  },
  {
    defence: 'the plan is the one that was decided, not the one written since',
    file: `${modules}/allocations/drift-facts.ts`,
    without: 'decided?.money ?? program.plannedMoney',
    by: 'program.plannedMoney ?? decided?.money',
    test: `${modules}/allocations/drift.test.ts`,
    name: 'is weighed against the plan that was decided',
  },
  {
    defence: 'taking again what was released is held against the plan',
    file: `${modules}/allocations/reversal-service.ts`,
    without: "if (entry.kind === 'release') await requireWithinPlan",
    by: "if (entry.kind === 'none') await requireWithinPlan",
    test: `${modules}/allocations/drift.test.ts`,
    name: 'is not exceeded by taking again',
  },
  {
    defence: 'two approvals at once are weighed against the plan one after the other',
    file: `${modules}/allocations/drift-facts.ts`,
    without: '  await lockName(unit, `plan ${program.id}`)\n',
    by: '',
    test: `${modules}/allocations/drift.test.ts`,
    name: 'holds for two approvals at once',
  },
  {
    defence: 'an expense shows its receipt, or says why there is none',
    file: 'packages/shared/src/allocations/allocation-contract.ts',
    without: 'amount === undefined || documentId !== undefined || reason !== undefined',
    by: 'amount !== null || documentId !== undefined || reason !== undefined',
    test: `${modules}/allocations/expenses.test.ts`,
    name: 'comes with its receipt',
  },
  {
    defence: 'staff-days that were spent are someone’s, or say why not',
    file: 'packages/shared/src/allocations/allocation-contract.ts',
    without: 'worked === undefined || staffId !== undefined || reason !== undefined',
    by: 'worked !== null || staffId !== undefined || reason !== undefined',
    test: `${modules}/allocations/expenses.test.ts`,
    name: 'are someone’s',
  },
  {
    defence: 'nobody works more days than a period has',
    file: 'packages/shared/src/allocations/allocation-contract.ts',
    without: 'return !isOfPerson ||',
    by: 'return isOfPerson !== null ||',
    test: `${modules}/allocations/expenses.test.ts`,
    name: 'are no more than the days of their period',
  },
  {
    defence: 'reversed days are nobody’s',
    file: `${modules}/allocations/work-queries.ts`,
    without: ', reversedBy: { is: null }',
    by: '',
    test: `${modules}/allocations/expenses.test.ts`,
    name: 'are summed by person',
  },
]
