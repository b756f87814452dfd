/** A defence, the text that makes it, what is left without it, and the test that must then fail. */
export type Mutant = Edit & {
  defence: string
  /** Where a defence stands in several places: what else goes with it. */
  also?: Edit[]
  test: string
  name: string
}
export type Edit = { file: string; without: string; by: string }

const modules = 'apps/api/src/modules'

/** What guards resources. */
export const resourceMutants: Mutant[] = [
  {
    defence: 'the ceiling, before anything is written',
    file: `${modules}/resources/approvals/approval-service.ts`,
    without: 'if (over !== undefined) throw ceilingExceeded(over)',
    by: '',
    test: `${modules}/resources/approvals/approvals.test.ts`,
    name: 'is refused when one line does not fit',
  },
  {
    defence: 'the ceiling, in the very update',
    file: `${modules}/resources/envelopes/posting-service.ts`,
    without: '<= ceiling\n',
    by: '<= ceiling + 1000000\n',
    test: `${modules}/resources/approvals/guard.test.ts`,
    name: 'is kept by the update itself',
  },
  {
    defence: 'the ceiling, wholly, while many approve at once',
    file: `${modules}/resources/envelopes/posting-service.ts`,
    without: '<= ceiling\n',
    by: '<= ceiling + 1000000\n',
    also: [
      {
        file: `${modules}/resources/approvals/approval-service.ts`,
        without: 'if (over !== undefined) throw ceilingExceeded(over)',
        by: '',
      },
      {
        file: 'prisma/migrations/20261124043802_ceilings/migration.sql',
        without: 'CHECK (reserved + committed + spent + held <= ceiling)',
        by: 'CHECK (reserved + committed + spent + held <= ceiling + 1000000)',
      },
    ],
    test: `${modules}/resources/envelopes/ceiling.test.ts`,
    name: 'exceeds no ceiling in any snapshot',
  },
  {
    defence: 'nobody confirms the ceiling they proposed',
    file: `${modules}/resources/envelopes/policy.ts`,
    without: 'id === proposedById',
    by: 'id === null || proposedById === null',
    test: `${modules}/resources/envelopes/ceiling-changes.test.ts`,
    name: 'is moved by two people',
  },
  {
    defence: 'a cut ahead is no longer granted',
    file: `${modules}/resources/envelopes/presenter.ts`,
    without: 'availableIn(row).minus(row.held)',
    by: 'availableIn(row)',
    test: `${modules}/resources/envelopes/ceiling-changes.test.ts`,
    name: 'a cut ahead can no longer be granted',
  },
  {
    defence: 'nobody lends the power over what they took part in',
    file: `${modules}/resources/approvals/policy.ts`,
    without: '!tookPart(giver, row) && ',
    by: '',
    test: `${modules}/resources/delegations/delegations.test.ts`,
    name: 'approves no resources: who acts for',
  },
  {
    defence: 'nobody approves what they asked for',
    file: `${modules}/resources/requests/policy.ts`,
    without: '=> tookPart(actor, allocation), {',
    by: '=> actor === null && tookPart(actor, allocation), {',
    test: `${modules}/resources/approvals/approvals.test.ts`,
    name: 'takes someone other than the one who asked',
  },
  {
    defence: 'a rate that is too old no longer converts',
    file: `${modules}/resources/rates/queries.ts`,
    without: ', gte: asDate(addDays(on, -rateDays))',
    by: ', gte: asDate(addDays(on, -99 * rateDays))',
    test: `${modules}/resources/rates/rates.test.ts`,
    name: 'serves 31 days',
  },
  {
    defence: 'a line is granted in the currency it was asked in',
    file: `${modules}/resources/requests/amount-service.ts`,
    without: 'if (value.amount.currency !== currency) {',
    by: 'if (value.amount.currency === currency && currency === "") {',
    test: `${modules}/resources/rates/rates.test.ts`,
    name: 'is granted in its own currency',
  },
  {
    defence: 'a line keeps the rate it was asked at',
    file: 'prisma/migrations/20261125163247_exchange_rates/migration.sql',
    without: "RAISE EXCEPTION 'a line keeps the rate it was asked at' USING ERRCODE = '23514';",
    by: 'RETURN NEW;',
    test: `${modules}/resources/rates/rates.test.ts`,
    name: 'stay as they were when another rate is recorded',
  },
  {
    defence: 'nobody signs two steps of one request',
    file: `${modules}/resources/requests/policy.ts`,
    without: '!hasSigned(row, id)',
    by: '!hasSigned(row, id) || id !== null',
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'is never done twice by one person',
  },
  {
    defence: 'nobody lends the power for a second step',
    file: `${modules}/resources/approvals/policy.ts`,
    without: ' && !hasSigned(row, giver.id)',
    by: '',
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'is never done twice by one person',
  },
  {
    defence: 'steps are signed in their order',
    file: `${modules}/resources/approvals/service.ts`,
    without: 'if (openSteps(row).some(({ id }) => id === step.id)) return',
    by: 'if (openSteps(row).length > 0) return',
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'goes group after group',
  },
  {
    defence: 'a step of the executive is not signed by a manager',
    file: `${modules}/resources/requests/step-policy.ts`,
    without: "(step.role === 'manager' && roles.includes('manager'))",
    by: "roles.includes('manager')",
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'of a role belongs to the role',
  },
  {
    defence: 'signatures of an earlier round do not count',
    file: `${modules}/resources/requests/step-policy.ts`,
    without: 'return steps.filter((step) => step.round === round)',
    by: 'return steps.filter((step) => step.round <= round)',
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'begins again after a return',
  },
  {
    defence: 'as many signatures as were asked, in the database',
    file: 'prisma/migrations/20261125165853_step_rules/migration.sql',
    without: 'OR NEW.signatures > (',
    by: 'OR 1 > (',
    test: `${modules}/resources/approvals/steps.test.ts`,
    name: 'in a smaller number than was asked',
  },
  {
    defence: 'nobody confirms the rules of approval they proposed',
    file: `${modules}/resources/rules/policy.ts`,
    without: 'id === proposedById',
    by: 'id === null || proposedById === null',
    test: `${modules}/resources/rules/rules.test.ts`,
    name: 'until two people change them',
  },
  {
    defence: 'elections that were held stay as they were',
    file: `${modules}/calendar/policy.ts`,
    without: 'holds: ({ isPast }) => !isPast',
    by: 'holds: () => true',
    test: `${modules}/calendar/elections.test.ts`,
    name: 'that was held no longer changes',
  },
  {
    defence: 'nothing is reserved in a year that has ended',
    file: `${modules}/resources/approvals/approval-service.ts`,
    without: '  requireOpenYears(tx, row)\n',
    by: '  if (tx === undefined) requireOpenYears(tx, row)\n',
    test: `${modules}/resources/requests/requests.test.ts`,
    name: 'takes no new request and no approval',
  },
  {
    defence: 'who asked, wrote in it or acts for them approves by no path',
    file: `${modules}/resources/requests/policy.ts`,
    without: '=> tookPart(actor, allocation), {',
    by: '=> actor === null && tookPart(actor, allocation), {',
    test: 'apps/api/test/rights/self-approval.test.ts',
    name: 'by no path: who asked',
  },
  {
    defence: 'what was released is not taken again once the program has ended',
    file: `${modules}/resources/ledger/policy.ts`,
    without: '      ...whileApprovable.map(ofReleases),\n',
    by: '',
    test: `${modules}/resources/ledger/reversals.test.ts`,
    name: 'takes nothing again for a program that has ended',
  },
  {
    defence: 'no more is carried over than what is left',
    file: `${modules}/resources/envelopes/year-end-service.ts`,
    without: 'if (new Prisma.Decimal(amount).lte(left)) return',
    by: 'if (left.gte(0)) return',
    test: `${modules}/resources/envelopes/year-end.test.ts`,
    name: 'proposes all or nothing',
  },
]
