import { besides, slices } from './slices.ts'

export type Place =
  | 'kernel'
  | 'shared slice'
  | 'contracts'
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
  | 'web test'
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

/** What each room of a place may import, besides itself. */
type Rooms = Record<string, readonly string[]>

/** Rooms of which each may know those before it. */
const inOrder = (names: string): Rooms => {
  const rooms = names.split(' ')
  return Object.fromEntries(rooms.map((room, at) => [room, rooms.slice(0, at)]))
}

/** The rooms of the places that have some, and their one way. */
const roomsOf: Partial<Record<Place, Rooms>> = {
  // `start` runs before there is a platform: it knows none of it, and nothing of it knows `start`.
  'platform': {
    start: [],
    database: [],
    files: [],
    rules: ['database'],
    records: ['database', 'files', 'rules'],
    http: ['database', 'files', 'rules', 'records'],
  },
  'api test': {
    support: [],
    model: ['support'],
    protocol: ['support'],
    rights: ['support'],
    storage: ['support'],
    journeys: ['support', 'model'],
  },
  'web lib': inOrder('i18n format api form navigation'),
  'web ui': inOrder(
    'feedback layer form page display table chart timeline month board/layout board/hooks board/parts board',
  ),
  'web app': inOrder('theme navigation palette shell home pages routing start'),
  'seed': inOrder('people portfolio acts'),
  'tools': {
    start: [],
    checks: [],
    docs: [],
    slice: ['test'],
    texts: ['checks'],
    test: ['start', 'checks'],
    bench: ['start', 'test'],
    drills: ['start', 'test'],
    mutants: ['start', 'test'],
  },
}
/** The rooms of a place as a pattern, the longest name first: `board/parts` is no file of `board`. */
const roomIn = (place: Place) =>
  `(?<room>${Object.keys(roomsOf[place] ?? {})
    .toSorted((left, right) => right.length - left.length)
    .join('|')})`

/** Every legal file, and the places it may import from. A place may always import its own kind. */
const table: { place: Place; at: string[]; uses: Place[] }[] = [
  { place: 'kernel', at: [`packages/shared/src/kernel/${word}(?:\\.test)?\\.ts`], uses: [] },
  {
    place: 'shared slice',
    at: [
      `packages/shared/src/${slice}/${file('contract|workflow|gates|rules|options')}`,
      `packages/shared/src/${slice}/${test}`,
      `packages/shared/src/${slice}/__snapshots__/${test}\\.snap`,
    ],
    uses: ['kernel'],
  },
  { place: 'contracts', at: ['packages/shared/src/contracts\\.ts'], uses: ['kernel', 'shared slice'] },
  { place: 'postgres', at: [`packages/postgres/src/${word}(?:\\.test)?\\.ts`], uses: [] },
  {
    place: 'platform',
    at: [`apps/api/src/platform/${roomIn('platform')}/${word}(?:\\.test|\\.d)?\\.ts`],
    uses: ['kernel', 'generated', 'postgres'],
  },
  {
    place: 'api module',
    at: [
      `apps/api/src/modules/${slice}/${file('routes|service|queries|policy|facts|presenter')}`,
      // What its accounts add to who is asking, by declaration merging.
      `apps/api/src/modules/(?<slice>users)/(?<role>actor)\\.d\\.ts`,
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
    at: [
      `apps/api/test/(?<room>support|model)/${word}\\.ts`,
      `apps/api/test/${roomIn('api test')}/${word}\\.test\\.ts`,
    ],
    uses: ['kernel', 'contracts', 'shared slice', 'postgres', 'platform', 'api module', 'api top', 'generated', 'seed'],
  },
  { place: 'locale', at: [`apps/web/src/locales/(?:fr|en)/(?:${slice}|[a-z0-9-]+)\\.json`], uses: [] },
  {
    place: 'web lib',
    at: [`apps/web/src/lib/${roomIn('web lib')}/${word}(?:\\.test)?\\.tsx?`],
    uses: ['kernel', 'locale'],
  },
  {
    place: 'web ui',
    at: [`apps/web/src/ui/${roomIn('web ui')}/${word}(?:\\.test|\\.module)?\\.(?:tsx?|css)`],
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
      `apps/web/src/app/${roomIn('web app')}/${word}(?:\\.test|\\.module)?\\.(?:tsx?|css)`,
    ],
    uses: ['kernel', 'shared slice', 'web lib', 'web ui', 'web feature', 'web paths'],
  },
  {
    place: 'web test',
    at: [`apps/web/test/${word}\\.tsx?`],
    uses: ['kernel', 'contracts', 'shared slice', 'web lib', 'web ui', 'web feature', 'web paths', 'web app'],
  },
  {
    place: 'seed',
    at: [`prisma/seed/(?:index|${roomIn('seed')}/${word})(?:\\.test)?\\.ts`],
    uses: ['kernel', 'shared slice', 'platform', 'api module', 'api top', 'generated'],
  },
  {
    place: 'e2e',
    at: [`e2e/(?:${slice}\\.spec|journeys/${word}\\.spec|support/${word})\\.ts`],
    uses: ['kernel', 'shared slice', 'seed', 'tools'],
  },
  {
    place: 'tools',
    at: [
      `tools/${roomIn('tools')}/${word}(?:\\.test|\\.mutations)?\\.(?:ts|mjs)`,
      'tools/slice/skeleton/[a-z.]+\\.txt',
    ],
    uses: [
      'kernel',
      'contracts',
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

export type Standing = { place: Place; slice: string | undefined; room: string | undefined; role: string | undefined }

/** Where a file stands in the tree, or undefined when there is no place for it. */
export const standingOf = (path: string): Standing | undefined => {
  for (const { place, at } of table)
    for (const pattern of at) {
      const match = new RegExp(`^${pattern}$`).exec(path)
      if (match) return { place, slice: match.groups?.slice, room: match.groups?.room, role: match.groups?.role }
    }
  return undefined
}

export const placesOpenTo = (from: Place): Place[] => [from, ...(table.find((row) => row.place === from)?.uses ?? [])]

/** Whether a room of a place may import another of its rooms. What stands in no room may import all, and none of them it. */
export const isRoomOpenTo = ({ place, room }: Standing, to: Standing) =>
  room === undefined || room === to.room || (to.room !== undefined && (roomsOf[place]?.[room] ?? []).includes(to.room))
