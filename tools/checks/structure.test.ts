import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { held, type Strictness } from './slices.ts'
import { structureFaults } from './structure.ts'
import { readTree } from './source-tree.ts'

const models = {
  'prisma/models/programs.prisma': 'model Program {\n  id String @id\n  @@map("programs")\n}\n',
  'prisma/models/audit.prisma': 'model AuditEntry {\n  id String @id\n  @@map("audit_entries")\n}\n',
}
// Of the words there is a test of their own: here each fault is planted alone.
const rulesBrokenBy = (files: Record<string, string>, strictness: Strictness = { ...held, words: false }) =>
  structureFaults(new Map(Object.entries({ ...models, ...files })), strictness).map((fault) => fault.rule)
const strict = { families: true, words: true }

const service = (slice: string) => `apps/api/src/modules/${slice}/service.ts`
const feature = (slice: string, rest: string) => `apps/web/src/features/${slice}/${rest}`
// In pieces, or the check would find them here.
const silencing = ['ox', 'lint-disable-next-line'].join('')
const skipping = ['it', 'skip'].join('.')

describe('The structure check', () => {
  it('is silent on the real tree', () => {
    expect(structureFaults(readTree(fileURLToPath(new URL('../..', import.meta.url))))).toEqual([])
  })

  it('is silent on imports that follow the order', () => {
    const legal = {
      [service('requests')]: [
        `import { requests } from '@entente/shared/requests/contract'`,
        `import { money } from '@entente/shared/kernel/money'`,
        `import { db } from '../../platform/database/db.ts'`,
        `import { programOf } from '../programs/queries.ts'`,
        `import { notify } from '../notifications/service.ts'`,
      ].join('\n'),
      [feature('requests', 'pages/request-page.tsx')]: `import { Map } from '../../../ui/chart/map.tsx'`,
      [feature('requests', 'pages/request-page.test.tsx')]:
        `import { renderPage } from '../../../../test/render-page.tsx'`,
      'apps/web/test/render-page.tsx': `import { router } from '../src/app/routing/router.tsx'`,
      'apps/web/src/app/routing/router.tsx': `const page = () => import('../../features/requests/pages/request-page.tsx')`,
    }
    expect(rulesBrokenBy(legal)).toEqual([])
  })

  it.each<[string, string, string, RegExp]>([
    ['a file of an unknown role', 'apps/api/src/modules/requests/manager.ts', '', /no place/],
    ['a slice nobody listed', 'apps/api/src/modules/invoices/service.ts', '', /no place/],
    ['a drawer', 'apps/api/src/platform/database/utils.ts', '', /no place/],
    ['a page with a bare name', feature('requests', 'pages/request.tsx'), '', /no place/],
    [
      'an earlier slice knowing a later one',
      service('programs'),
      `import '../requests/queries.ts'`,
      /later in the order/,
    ],
    [
      'the same in what both sides share',
      'packages/shared/src/programs/rules.ts',
      `import type { Allocation } from '../lifecycle/contract.ts'`,
      /later in the order/,
    ],
    ['the same in the SPA', feature('programs', 'api.ts'), `import '../shares/api.ts'`, /later in the order/],
    ['a bystander knowing a slice', service('audit'), `import '../programs/queries.ts'`, /knows no slice/],
    ['the routes of another module', service('requests'), `import '../programs/routes.ts'`, /private/],
    [
      'a page of another feature',
      feature('requests', 'api.ts'),
      `import '../programs/pages/program-page.tsx'`,
      /private/,
    ],
    [
      'a business word in the platform',
      'apps/api/src/platform/database/moves.ts',
      `import '../../modules/users/policy.ts'`,
      /may not import api module/,
    ],
    [
      'a business word in the ui',
      'apps/web/src/ui/board/board.tsx',
      `import '../../features/users/api.ts'`,
      /may not import web feature/,
    ],
    [
      'the kernel knowing a slice',
      'packages/shared/src/kernel/page.ts',
      `export * from '../users/contract.ts'`,
      /may not import/,
    ],
    [
      'the SPA reaching into the API',
      feature('users', 'api.ts'),
      `import '../../../../api/src/platform/database/db.ts'`,
      /may not import platform/,
    ],
    [
      'shared code reaching into an app',
      'packages/shared/src/users/rules.ts',
      `import '../../../../apps/api/src/app.ts'`,
      /may not import/,
    ],
    [
      'a lazy import against the rules',
      service('programs'),
      `await import('../shares/service.ts')`,
      /later in the order/,
    ],
    ['Node in the browser', 'packages/shared/src/users/rules.ts', `import { join } from 'node:path'`, /browser/],
    [
      'a test crossing the wire',
      'apps/web/src/app/routing/router.test.tsx',
      `import '../../../../api/src/app.ts'`,
      /may not import/,
    ],
    ['a foreign table written through Prisma', service('requests'), 'tx.program.updateMany({})', /writes program/],
    [
      'a foreign table written in SQL',
      service('requests'),
      'tx.$executeRaw`UPDATE "programs" SET x`',
      /writes program/,
    ],
    [
      'a business table written by the platform',
      'apps/api/src/platform/database/db.ts',
      'db.program.create({})',
      /writes program/,
    ],
    [
      'a room of the platform against the order',
      'apps/api/src/platform/database/ids.ts',
      `import '../rules/policy.ts'`,
      /database may not import rules/,
    ],
    [
      'the start of the platform in the platform',
      'apps/api/src/platform/http/pages.ts',
      `import '../start/env.ts'`,
      /http may not import start/,
    ],
    [
      'a room of lib against the order',
      'apps/web/src/lib/i18n/texts.ts',
      `import '../api/call.ts'`,
      /i18n may not import api/,
    ],
    [
      'a room of ui against the order, by type',
      'apps/web/src/ui/page/page.tsx',
      `import type { Row } from '../table/table.tsx'`,
      /page may not import table/,
    ],
    [
      'a part of the board knowing the board',
      'apps/web/src/ui/board/parts/card.tsx',
      `import '../board.tsx'`,
      /board\/parts may not import board/,
    ],
    [
      'a room of app against the order, lazily',
      'apps/web/src/app/navigation/rail.tsx',
      `const routes = () => import('../routing/routes.ts')`,
      /navigation may not import routing/,
    ],
    [
      'the people of the seed knowing its acts',
      'prisma/seed/people/names.ts',
      `import '../acts/letters.ts'`,
      /people may not import acts/,
    ],
    [
      'the seed knowing the whole of it',
      'prisma/seed/acts/letters.ts',
      `import '../index.ts'`,
      /acts may not import what stands beside/,
    ],
    [
      'the language of the tests knowing a test',
      'apps/api/test/support/world.ts',
      `import '../rights/matrix.test.ts'`,
      /support may not import rights/,
    ],
    [
      'a test of one room in another',
      'apps/api/test/rights/matrix.test.ts',
      `import '../storage/audit.test.ts'`,
      /rights may not import storage/,
    ],
    [
      'the tests of the API knowing our tools',
      'apps/api/test/rights/matrix.test.ts',
      `import '../../../../tools/docs/documentation.ts'`,
      /may not import tools/,
    ],
    ['a tool against the order', 'tools/start/start.ts', `import '../bench/table.ts'`, /start may not import bench/],
    [
      'a role that is asked in the browser',
      feature('users', 'api.ts'),
      `const may = session.user.roles.includes('coordinator')`,
      /decides by a role/,
    ],
    ['a page test knowing the API', 'apps/web/test/a.ts', `import '../../api/src/app.ts'`, /may not import api top/],
    ['a page without its test', feature('requests', 'pages/request-page.tsx'), '', /without its test/],
    ['a silenced check', service('users'), `// ${silencing}`, /silenced/],
    ['a skipped test', 'apps/api/src/modules/users/users.test.ts', `${skipping}('x')`, /skipped/],
  ])('finds %s', (_fault, path, text, rule) => {
    expect(rulesBrokenBy({ [path]: text })).toEqual([expect.stringMatching(rule)])
  })

  it.each<[string, string, string, RegExp]>([
    [
      'in the API',
      service('resources/rates'),
      `import '../ledger/queries.ts'`,
      /rates may not import resources\/ledger/,
    ],
    [
      'in the SPA',
      feature('activities', 'api.ts'),
      `import './board/api.ts'`,
      /activities may not import activities\/board/,
    ],
    [
      'in what both sides share',
      'packages/shared/src/capacity/load/rules.ts',
      `import type { Booking } from '../bookings/contract.ts'`,
      /load may not import capacity\/bookings/,
    ],
  ])('holds the order inside a family of slices %s, when strict', (_place, path, text, rule) => {
    expect(rulesBrokenBy({ [path]: text }, strict)).toEqual([expect.stringMatching(rule)])
  })

  it('lets a later slice of a family know earlier ones, not write their tables', () => {
    const tree = {
      'prisma/models/resources/rates.prisma': 'model ExchangeRate {\n  id String @id\n}\n',
      [service('resources/rates')]: 'tx.exchangeRate.create({})',
      [service('resources/ledger')]: `import '../rates/queries.ts'`,
    }
    expect(rulesBrokenBy(tree, strict)).toEqual([])
    const writing = { ...tree, [service('resources/approvals')]: 'tx.exchangeRate.updateMany({})' }
    expect(rulesBrokenBy(writing, strict)).toEqual(['writes exchangeRate, which only resources/rates may write'])
  })

  it('lets the owner, and the platform for the audit trail, write', () => {
    const legal = {
      [service('programs')]: 'tx.program.create({})',
      'apps/api/src/platform/records/audit.ts': 'tx.auditEntry.create({})',
      [service('requests')]: 'tx.program.findMany({})',
    }
    expect(rulesBrokenBy(legal)).toEqual([])
  })
})
