/** The business, in order: a slice may import the slices before it and nothing after. */
export const slices = [
  'users',
  'organizations',
  'calendar',
  'programs',
  'documents',
  'partnerships',
  'requests',
  'analyses',
  'analyses/editor',
  'analyses/review',
  'safeguards',
  'transfer',
  'participation',
  'decisions',
  'activities/limits',
  'activities',
  'activities/board',
  'activities/comments',
  'activities/views',
  'capacity/staff',
  'capacity/load',
  'capacity/bookings',
  'capacity/recalls',
  'resources/rates',
  'resources/envelopes',
  'resources/requests',
  'resources/ledger',
  'resources/rules',
  'resources/delegations',
  'resources/approvals',
  'proof',
  'lifecycle',
  'lifecycle/portfolio',
  'lifecycle/timeline',
  'shares',
  'shares/partner',
  'views',
  'dashboards/resources',
  'dashboards/portfolio',
  'dashboards/partner',
  'dashboards/rehearsals',
  'dashboards/reports',
]

/** Known by every slice, knowing none. */
export const besides = ['audit', 'events', 'notifications']

/** Tables of no business word, kept with a slice's models but written by the platform. */
export const platformTables = ['session', 'failedSignIn', 'idempotentAnswer', 'counter', 'gateEvaluation']

/** Rules that are written, tested, and not yet held on every file. */
export type Strictness = {
  /** Slices of one family (`resources/rates`, `resources/ledger`) keep the order among themselves too. */
  families: boolean
  /** No word of the business stands in `kernel`, `platform`, `lib` and `ui`. */
  words: boolean
}
/** What `npm run check` holds today; `tools/checks/structure.ts --strict` holds all. */
export const held: Strictness = { families: true, words: true }

const familyOf = (slice: string) => slice.split('/')[0]
export const isSameFamily = (left: string, right: string) => familyOf(left) === familyOf(right)

/** What a slice may import: itself, the slices before it, and what stands beside all. */
export const mayKnow = (from: string, to: string, ordered: boolean) =>
  from === to ||
  (!ordered && isSameFamily(from, to)) ||
  besides.includes(to) ||
  (!besides.includes(from) && slices.indexOf(to) < slices.indexOf(from))

/** Whose tables a slice may write: its own. */
export const maySave = (from: string, owner: string, ordered: boolean) =>
  from === owner || (!ordered && isSameFamily(from, owner))
