import type { Mutant } from './resource-mutations.ts'

const modules = 'apps/api/src/modules'

/** Defences of what an approval rests on: its program, its signatures, its ceiling, its rates. */
export const approvalMutants: Mutant[] = [
  {
    defence: 'nothing is approved while its program is suspended or ended at the same moment',
    file: `${modules}/allocations/approval-service.ts`,
    without: ') FOR SHARE`',
    by: ')`',
    test: `${modules}/allocations/suspension.test.ts`,
    name: 'who suspends waits for the approval that has begun',
  },
  {
    defence: 'what was released for a program that has ended is not offered again',
    file: `${modules}/allocations/presenter.ts`,
    without: "(kind !== 'release' || isApprovable(program))",
    by: "(kind !== '' || isApprovable(program))",
    test: `${modules}/allocations/transfers.test.ts`,
    name: 'takes nothing again for a program that has ended',
  },
  {
    defence: 'no rule asks for more people than there are, when it is proposed',
    file: `${modules}/allocations/step-rule-service.ts`,
    without: 'if (beyond !== null) throw invalidField(`/rules/${beyond.index}/quorum`, beyond.detail)',
    by: "if (beyond?.index === -1) throw invalidField('/rules', beyond.detail)",
    test: `${modules}/allocations/step-rules.test.ts`,
    name: 'ask for no more different people than there are',
  },
  {
    defence: 'no rule asks for more people than there are, when it is confirmed',
    file: `${modules}/allocations/step-rule-service.ts`,
    without: '      await requireSignable(unit, shown)\n',
    by: '      if (shown.version < 0) await requireSignable(unit, shown)\n',
    test: `${modules}/allocations/step-rules.test.ts`,
    name: 'ask for no more different people than there are',
  },
  {
    defence: 'nobody opens an envelope that can be granted from',
    file: `${modules}/allocations/envelope-service.ts`,
    without: 'ceiling: 0, opening: 0,',
    by: 'ceiling: wanted, opening: wanted,',
    test: `${modules}/allocations/ceiling-changes.test.ts`,
    name: 'gives nothing before a second person confirms',
  },
  {
    defence: 'nothing is converted at a rate that surprises before a second person confirms it',
    file: `${modules}/allocations/rate-queries.ts`,
    without: '      ...inUse,\n',
    by: '',
    test: `${modules}/allocations/rate-confirmations.test.ts`,
    name: 'serves once a second person has confirmed it',
  },
  {
    defence: 'nobody confirms the rate they recorded',
    file: `${modules}/allocations/policy.ts`,
    without: 'actor.id !== rate.recordedById',
    by: 'actor !== null && rate !== null',
    test: `${modules}/allocations/rate-confirmations.test.ts`,
    name: 'serves once a second person has confirmed it',
  },
  {
    defence: 'nobody walks a rate away in small steps',
    file: `${modules}/allocations/rate-queries.ts`,
    without: '{ recordedById: { not: personId } }',
    by: "{ recordedById: { not: '00000000-0000-0000-0000-000000000000' } }",
    test: `${modules}/allocations/rate-confirmations.test.ts`,
    name: 'is not reached by one person in small steps',
  },
  {
    defence: 'the ledger of a closed program stays as it was reconciled',
    file: `${modules}/allocations/reversal-service.ts`,
    without: '  if (isReconciled(program)) {',
    by: '  if (false as boolean) {',
    test: `${modules}/allocations/transfers.test.ts`,
    name: 'takes nothing again for a program that has ended',
  },
]
