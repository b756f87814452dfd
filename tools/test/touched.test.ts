import { describe, expect, it } from 'vitest'
import { testsTouched } from './touched.ts'

const module = (path: string) => `apps/api/src/modules/${path}`
const tree = new Map(
  Object.entries({
    'apps/api/src/app.ts': `import './modules.ts'`,
    'apps/api/src/modules.ts': `import './modules/users/routes.ts'\nimport './modules/views/routes.ts'`,
    'apps/api/src/platform/database/client.ts': '',
    [module('users/routes.ts')]: `import './queries.ts'`,
    [module('users/queries.ts')]: `import '../../platform/database/client.ts'`,
    [module('users/users.test.ts')]: `import '../../../test/support/world.ts'`,
    [module('views/routes.ts')]: `import './service.ts'`,
    [module('views/service.ts')]: `import '../users/queries.ts'`,
    [module('views/views.test.ts')]: `import '../../../test/support/world.ts'`,
    'apps/api/test/support/world.ts': `import '../../src/app.ts'`,
    'apps/api/test/rights/matrix.test.ts': `import '../support/world.ts'`,
    'apps/web/src/lib/i18n/texts.ts': '',
    'apps/web/src/ui/chart/chart.tsx': `import type { Text } from '../../lib/i18n/texts.ts'`,
    'apps/web/src/ui/chart/chart.test.tsx': `import './chart.tsx'`,
    'e2e/views.spec.ts': `import './support/world.ts'`,
    'e2e/journeys/start.spec.ts': `import '../support/world.ts'`,
    'e2e/support/world.ts': '',
  }),
)
const matrix = 'apps/api/test/rights/matrix.test.ts'
const [usersTest, viewsTest] = [module('users/users.test.ts'), module('views/views.test.ts')]

describe('The tests that a change can touch', () => {
  it.each<[string, string, string[]]>([
    [
      'a late slice: its own, and what holds for every slice',
      module('views/service.ts'),
      [viewsTest, matrix, 'e2e/views.spec.ts'],
    ],
    ['an early slice: the later ones that use it, too', module('users/queries.ts'), [usersTest, viewsTest, matrix]],
    ['the table of all slices: what holds for every slice', 'apps/api/src/modules.ts', [matrix]],
    ['the models: whatever reads the database', 'prisma/models/users.prisma', [usersTest, viewsTest, matrix]],
    [
      'a text: what shows texts',
      'apps/web/src/locales/fr/views.json',
      ['apps/web/src/ui/chart/chart.test.tsx', 'e2e/views.spec.ts'],
    ],
    [
      'the language of the walks: every walk',
      'e2e/support/world.ts',
      ['e2e/journeys/start.spec.ts', 'e2e/views.spec.ts'],
    ],
    ['a test: itself', usersTest, [usersTest]],
    ['a record of a decision: none', 'docs/decisions/0001-places.md', []],
  ])('are, of %s', (_what, path, touched) => {
    expect(testsTouched(tree, [path])).toEqual(touched.toSorted())
  })

  it('are all, when a setting of everything changes', () => {
    expect(testsTouched(tree, ['package.json'])).toHaveLength(6)
  })
})
