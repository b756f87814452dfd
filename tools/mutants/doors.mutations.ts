import type { Mutant } from './resources.mutations.ts'

/** The doors through which something could be had without saying why, by whom, or on what proof. */
export const doorsMutants: Mutant[] = [
  {
    defence: 'a reason says something',
    file: 'packages/shared/src/kernel/text.ts',
    without: "value === '' || lettersIn(value) >= min",
    by: "value === '' || min > 0",
    test: 'packages/shared/src/kernel/text.test.ts',
    name: 'says something',
  },
  {
    defence: 'an authorization counts once a second person confirmed it',
    file: 'apps/api/src/modules/decisions/authorization-queries.ts',
    without: 'row.confirmedAt !== null && ',
    by: '',
    test: 'apps/api/src/modules/decisions/authorizations.test.ts',
    name: 'counts once another person than the one who recorded it confirmed it',
  },
  {
    defence: 'nobody confirms the authorization they recorded',
    file: 'apps/api/src/modules/decisions/policy.ts',
    without: 'recordedById === id',
    by: 'recordedById === null && id === null',
    test: 'apps/api/src/modules/decisions/authorizations.test.ts',
    name: 'counts once another person than the one who recorded it confirmed it',
  },
  {
    defence: 'a withdrawn authorization counts no more',
    file: 'apps/api/src/modules/decisions/authorization-queries.ts',
    without: 'withdrawnOn === null ? asDay(endsOn) : addDays(asDay(withdrawnOn), -1)',
    by: 'withdrawnOn === null ? asDay(endsOn) : asDay(endsOn)',
    test: 'apps/api/src/modules/decisions/authorizations.test.ts',
    name: 'counts no more from the day it is withdrawn',
  },
]
