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

export type Place =
  | 'kernel'
  | 'shared slice'
  | 'postgres'
  | 'platform'
  | 'api module'
  | 'api top'
  | 'api test'
  | 'web lib'
  | 'web ui'
  | 'web feature'
  | 'web paths'
  | 'web app'
  | 'locale'
  | 'seed'
  | 'e2e'
  | 'tools'
  | 'generated'
  | 'settings'

// The longest name first: `activities/board` is no file of `activities`.
const names = [...slices, ...besides].toSorted((left, right) => right.length - left.length)
const slice = `(?<slice>${names.join('|')})`
// A word before the role splits a file that grew: `approval-service.ts`.
const file = (roles: string) => `(?:[a-z0-9-]+-)?(?<role>${roles})\\.ts`
const word = '(?!(?:index|utils?|helpers?|types|common|misc)\\.)[a-z0-9-]+'
const test = '[a-z0-9-]+\\.test\\.tsx?'

/** Every legal file, and the places it may import from. A place may always import its own kind. */
const table: { place: Place; at: string[]; uses: Place[] }[] = [
  { place: 'kernel', at: [`packages/shared/src/kernel/${word}(?:\\.test)?\\.ts`], uses: [] },
  {
    place: 'shared slice',
    at: [
      `packages/shared/src/${slice}/${file('contract|workflow|gates|rules|options')}`,
      `packages/shared/src/${slice}/${test}`,
    ],
    uses: ['kernel'],
  },
  { place: 'postgres', at: [`packages/postgres/src/${word}(?:\\.test)?\\.ts`], uses: [] },
  {
    place: 'platform',
    at: [`apps/api/src/platform/(?<room>database|files|rules|records|http|start)/${word}(?:\\.test|\\.d)?\\.ts`],
    uses: ['kernel', 'generated', 'postgres'],
  },
  {
    place: 'api module',
    at: [
      `apps/api/src/modules/${slice}/${file('routes|service|queries|policy|facts|presenter')}`,
      `apps/api/src/modules/${slice}/${test}`,
    ],
    uses: ['kernel', 'shared slice', 'platform', 'generated'],
  },
  {
    place: 'api top',
    at: ['apps/api/src/(?:app|server|modules|knowledge)\\.ts'],
    uses: ['kernel', 'shared slice', 'postgres', 'platform', 'api module', 'generated', 'seed'],
  },
  {
    place: 'api test',
    at: [`apps/api/test/(?:support/${word}|(?:protocol|rights|storage|journeys)/${word}\\.test)\\.ts`],
    uses: ['kernel', 'shared slice', 'postgres', 'platform', 'api module', 'api top', 'generated', 'seed', 'tools'],
  },
  { place: 'locale', at: [`apps/web/src/locales/(?:fr|en)/[a-z0-9-]+\\.json`], uses: [] },
  {
    place: 'web lib',
    at: [`apps/web/src/lib/(?<room>i18n|format|api|form|navigation)/${word}(?:\\.test)?\\.tsx?`],
    uses: ['kernel', 'locale'],
  },
  {
    place: 'web ui',
    at: [
      `apps/web/src/ui/(?<room>feedback|layer|form|page|display|table|chart|timeline|month|board(?:/(?:layout|hooks|parts))?)/${word}(?:\\.test|\\.module)?\\.(?:tsx?|css)`,
    ],
    uses: ['kernel', 'web lib'],
  },
  {
    place: 'web feature',
    at: [
      `apps/web/src/features/${slice}/(?<role>api)\\.ts`,
      `apps/web/src/features/${slice}/(?<role>components)/(?:${word}(?:\\.test)?\\.tsx|use-[a-z0-9-]+\\.ts|${word}\\.module\\.css)`,
      `apps/web/src/features/${slice}/(?<role>pages)/[a-z0-9-]+-page(?:\\.test)?\\.tsx`,
      `apps/web/src/features/${slice}/${test}`,
    ],
    uses: ['kernel', 'shared slice', 'web lib', 'web ui', 'web paths'],
  },
  { place: 'web paths', at: ['apps/web/src/paths\\.ts'], uses: ['web lib'] },
  {
    place: 'web app',
    at: [
      'apps/web/src/main\\.tsx',
      `apps/web/src/app/(?<room>theme|navigation|palette|shell|home|pages|routing|start)/${word}(?:\\.test|\\.module)?\\.(?:tsx?|css)`,
    ],
    uses: ['kernel', 'shared slice', 'web lib', 'web ui', 'web feature', 'web paths'],
  },
  {
    place: 'seed',
    at: [`prisma/seed/(?:index|(?<room>people|portfolio|acts)/${word})(?:\\.test)?\\.ts`],
    uses: ['kernel', 'shared slice', 'platform', 'api module', 'api top', 'generated'],
  },
  {
    place: 'e2e',
    at: [`e2e/(?:${slice}\\.spec|journeys/${word}\\.spec|support/${word})\\.ts`],
    uses: ['kernel', 'shared slice', 'seed', 'tools'],
  },
  {
    place: 'tools',
    at: [`tools/(?<room>start|test|bench|drills|mutants|checks|docs)/${word}(?:\\.test|\\.mutations)?\\.(?:ts|mjs)`],
    uses: [
      'kernel',
      'shared slice',
      'postgres',
      'platform',
      'api module',
      'api top',
      'api test',
      'generated',
      'seed',
      'settings',
    ],
  },
  { place: 'generated', at: ['apps/api/src/generated/.+'], uses: [] },
  {
    place: 'settings',
    at: [
      '[a-z]+\\.config\\.ts',
      '(?:apps|packages)/[a-z]+/(?:package|tsconfig)\\.json',
      'e2e/tsconfig\\.json',
      'apps/web/(?:index\\.html|(?:vite|vitest)\\.config\\.ts|public/.+)',
      'prisma/schema\\.prisma',
      `prisma/models/${slice}\\.prisma`,
      'prisma/migrations/(?:\\d+_[a-z0-9_]+/migration\\.sql|migration_lock\\.toml)',
    ],
    uses: [],
  },
]

export type Standing = { place: Place; slice: string | undefined; role: string | undefined }

/** Where a file stands in the tree, or undefined when there is no place for it. */
export const standingOf = (path: string): Standing | undefined => {
  for (const { place, at } of table)
    for (const pattern of at) {
      const match = new RegExp(`^${pattern}$`).exec(path)
      if (match) return { place, slice: match.groups?.slice, role: match.groups?.role }
    }
  return undefined
}

export const placesOpenTo = (from: Place): Place[] => [from, ...(table.find((row) => row.place === from)?.uses ?? [])]
