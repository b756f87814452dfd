import type { Mutant } from './resources.mutations.ts'

const modules = 'apps/api/src/modules'

/** Defences against guessing at passwords. */
export const guessingMutants: Mutant[] = [
  {
    defence: 'no guessing of passwords',
    file: `${modules}/users/sign-in-limit-service.ts`,
    without: 'if (borne.every(Boolean)) return ids',
    by: 'if (borne.length > 0) return ids',
    test: 'apps/api/test/rights/sessions.test.ts',
    name: 'is stopped after ten failures',
  },
  {
    defence: 'guessing is counted by address too',
    file: `${modules}/users/sign-in-limit-service.ts`,
    without: '(address: string): Counted => ({ key: `address:${address}`, most: byMany })',
    by: '(address: string): Counted => ({ key: `address:${address}`, most: 10 * byMany })',
    test: `${modules}/users/users.test.ts`,
    name: 'is stopped by address',
  },
  {
    defence: 'nobody closes a link to others by guessing at it',
    file: `${modules}/shares/partner/queries.ts`,
    without: '{ key: `share:${id} ${address}`, most: byOne }',
    by: '{ key: `share:${id} any`, most: byOne }',
    test: `${modules}/shares/partner/partner.test.ts`,
    name: 'holds nobody else up',
  },
  {
    defence: 'a link is not guessed at from many addresses',
    file: `${modules}/shares/partner/queries.ts`,
    without: '  { key: `share:${id}`, most: byMany },\n',
    by: '',
    test: `${modules}/shares/partner/partner.test.ts`,
    name: 'holds nobody else up',
  },
]
