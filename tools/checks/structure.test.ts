import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { structureFaults } from './structure.ts'
import { readTree } from './source-tree.ts'

const models = {
  'prisma/models/programs.prisma': 'model Program {\n  id String @id\n  @@map("programs")\n}\n',
  'prisma/models/audit.prisma': 'model AuditEntry {\n  id String @id\n  @@map("audit_entries")\n}\n',
}
const rulesBrokenBy = (files: Record<string, string>) =>
  structureFaults(new Map(Object.entries({ ...models, ...files }))).map((fault) => fault.rule)

const service = (slice: string) => `apps/api/src/modules/${slice}/service.ts`
const feature = (slice: string, rest: string) => `apps/web/src/features/${slice}/${rest}`
// Written in pieces, or the check would find them in this very file.
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
    ['a silenced check', service('users'), `// ${silencing}`, /silenced/],
    ['a skipped test', 'apps/api/src/modules/users/users.test.ts', `${skipping}('x')`, /skipped/],
  ])('finds %s', (_fault, path, text, rule) => {
    expect(rulesBrokenBy({ [path]: text })).toEqual([expect.stringMatching(rule)])
  })

  it('lets the owner, and the platform for the audit trail, write', () => {
    expect(
      rulesBrokenBy({
        [service('programs')]: 'tx.program.create({})',
        'apps/api/src/platform/records/audit.ts': 'tx.auditEntry.create({})',
        [service('requests')]: 'tx.program.findMany({})',
      }),
    ).toEqual([])
  })
})
