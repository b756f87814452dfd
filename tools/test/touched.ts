import { type ImportGraph, importGraph, isTest } from '../checks/imports.ts'
import { standingOf } from '../checks/places.ts'
import type { SourceTree } from '../checks/source-tree.ts'

const mounted = 'apps/api/src/modules.ts'
/** What no import names although code depends on it, and the file that reads it. */
const readBy: [RegExp, string][] = [
  [/^prisma\/(?:models|migrations)\//, 'apps/api/src/platform/database/client.ts'],
  [/^apps\/web\/src\/locales\//, 'apps/web/src/lib/i18n/texts.ts'],
  [/^docs\/(?:permissions|workflows)\.md$|^docs\/openapi\.json$/, 'tools/docs/write-docs.ts'],
  [/^tools\/slice\/skeleton\//, 'tools/slice/skeleton.ts'],
]
/** Settings that everything depends on. */
const isEverywhere = (path: string) => /^[\w.-]+\.(?:json|ts)$/.test(path) || path.endsWith('/package.json')

/**
 * What a test depends on beyond its imports: the routes of its own slice, which it calls over HTTP; and all routes, if
 * it holds something for every slice. (Through the application every test would reach every slice.)
 */
const calledBy = (path: string, tree: SourceTree) => {
  if (!isTest(path)) return []
  if (path.startsWith('apps/api/test/')) return [mounted]
  const routes = path.replace(/[^/]+$/, 'routes.ts')
  return path.startsWith('apps/api/src/modules/') && tree.has(routes) ? [routes] : []
}

const reachable = (graph: ImportGraph, tree: SourceTree, test: string) => {
  const reached = new Set([test, ...calledBy(test, tree)])
  for (const file of reached)
    for (const target of graph.get(file) ?? [])
      if (file !== 'apps/api/src/app.ts' || target !== mounted) reached.add(target)
  return reached
}

/** The tests that a change of these files can touch; walks in the browser are those of the slices that changed. */
export const testsTouched = (tree: SourceTree, changed: readonly string[]): string[] => {
  const graph = importGraph(tree)
  const tests = [...graph.keys()].filter(isTest).toSorted()
  if (changed.some(isEverywhere)) return tests
  const files = changed.flatMap((path) => [
    path,
    ...readBy.filter(([pattern]) => pattern.test(path)).map(([, file]) => file),
  ])
  const slices = new Set(changed.map((path) => standingOf(path)?.slice).filter((slice) => slice !== undefined))
  return tests.filter((test) => {
    const slice = test.startsWith('e2e/') ? standingOf(test)?.slice : undefined
    const reached = reachable(graph, tree, test)
    return (slice !== undefined && slices.has(slice)) || files.some((file) => reached.has(file))
  })
}
