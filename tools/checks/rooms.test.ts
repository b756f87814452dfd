import { describe, expect, it } from 'vitest'
import { phantomFaults } from './phantoms.ts'
import { circleFaults, folderFaults } from './rooms.ts'
import type { SourceTree } from './source-tree.ts'

const rulesOf = (find: typeof circleFaults, files: Record<string, string>) => {
  const tree: SourceTree = new Map(Object.entries(files))
  return find(tree).map(({ rule }) => rule)
}

describe('The check of circles, folders and documents', () => {
  it('finds a circle of files once, type imports and lazy imports counted', () => {
    const ui = (name: string) => `apps/web/src/ui/chart/${name}.tsx`
    expect(
      rulesOf(circleFaults, {
        [ui('one')]: `import type { Two } from './two.tsx'`,
        [ui('two')]: `const three = () => import('./three.tsx')`,
        [ui('three')]: `import './one.tsx'\nimport './four.tsx'`,
        [ui('four')]: '',
      }),
    ).toEqual([`imports itself in a circle: ${[ui('two'), ui('three'), ui('one')].join(' → ')}`])
  })

  it('finds a folder of more than fifteen files, and lets the shelf of decisions grow', () => {
    const files = (folder: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${folder}${at}.ts`, '']))
    expect(rulesOf(folderFaults, files('apps/web/src/ui/chart/chart-', 15))).toEqual([])
    expect(rulesOf(folderFaults, files('apps/web/src/ui/chart/chart-', 16))).toEqual([
      expect.stringMatching(/16 files/),
    ])
    expect(rulesOf(folderFaults, files('docs/decisions/0', 30))).toEqual([])
  })

  it('finds a path that a document names and the tree has not', () => {
    const text =
      'See `apps/api/src/app.ts`, `apps/api/src/gone.ts` and `e2e/<slice>.spec.ts`.\n```\ntools/{docs,lost}/  pages\n```\n'
    const tree = { 'apps/api/src/app.ts': '', 'e2e/views.spec.ts': '', 'tools/docs/pages.ts': '' }
    for (const document of ['README.md', 'ARCHITECTURE.md', 'docs/decisions/0001-places.md'])
      expect(rulesOf(phantomFaults, { ...tree, [document]: text })).toEqual([
        'names apps/api/src/gone.ts, which is not there',
        'names tools/lost/, which is not there',
      ])
  })
})
