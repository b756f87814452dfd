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
  {
    defence: 'a waiver for one person opens nothing for another',
    file: 'apps/api/src/modules/capacity/bookings/facts.ts',
    without: 'one.staffId === staffId && one.from <= from && to <= one.to',
    by: 'one.staffId !== null || staffId !== from + to',
    test: 'apps/api/src/modules/capacity/bookings/elections-first.test.ts',
    name: 'a waiver for one person, or for other days',
  },
  {
    defence: 'nobody waives the same gate twice in a row',
    file: 'apps/api/src/modules/decisions/policy.ts',
    without: '[proposedById, formerDeciderId].includes(id)',
    by: '[proposedById, formerDeciderId][0] === id',
    test: 'apps/api/src/modules/decisions/waivers.test.ts',
    name: 'is possible again after a refusal or its last day',
  },
  {
    defence: 'who waives the plan does not sign the money',
    file: 'apps/api/src/modules/resources/requests/revision-service.ts',
    without: 'if (!granters.some((id) => signing.includes(id))) return',
    by: 'if (granters.length + signing.length > 0) return',
    test: 'apps/api/src/modules/resources/requests/drift.test.ts',
    name: 'is not signed by who granted the waiver above it',
  },
]
