import { posix } from 'node:path'
import { circlesIn, importGraph } from './imports.ts'
import { isRoomOpenTo, type Standing } from './places.ts'
import { slices } from './slices.ts'
import type { Fault, SourceTree } from './source-tree.ts'

/** An import between two rooms of one place that goes against their order. */
export const roomFault = (from: Standing, to: Standing) =>
  from.place === to.place && !isRoomOpenTo(from, to)
    ? `${from.room} may not import ${to.room ?? 'what stands beside the rooms'}: the rooms of ${from.place} have an order`
    : undefined

/** Files that import one another; type imports and lazy imports count. */
export const circleFaults = (tree: SourceTree): Fault[] =>
  circlesIn(importGraph(tree)).map(([file = '', ...rest]) => ({
    file,
    rule: `imports itself in a circle: ${[...rest, file].join(' → ')}`,
  }))

const mostInAFolder = 15
const counted = /^(?:apps|packages|prisma|e2e|tools|docs)\//
/** Folders that are a list: a record for each decision, a schema or a file of texts for each slice. */
const isListed = (path: string) =>
  path.startsWith('docs/decisions/') ||
  slices.includes(/^(?:prisma\/models|apps\/web\/src\/locales\/(?:fr|en))\/([a-z-]+)\.\w+$/.exec(path)?.[1] ?? '')

/** How many files stand in each folder, those below not counted. */
export const folderSizes = (paths: Iterable<string>) => {
  const sizes = new Map<string, number>()
  for (const path of paths) {
    const folder = posix.dirname(path)
    if (counted.test(path) && !isListed(path)) sizes.set(folder, (sizes.get(folder) ?? 0) + 1)
  }
  return sizes
}

/** Folders that hold more than a reader takes in at a glance. */
export const folderFaults = (tree: SourceTree): Fault[] =>
  [...folderSizes(tree.keys())]
    .filter(([, size]) => size > mostInAFolder)
    .map(([file, size]) => ({ file, rule: `${size} files in one folder: at most ${mostInAFolder}, nest some of them` }))

/** Pages that no test draws: each has one beside it. */
export const pageTestFaults = (tree: SourceTree): Fault[] =>
  [...tree.keys()]
    .filter((path) => /^apps\/web\/src\/.+-page\.tsx$/.test(path) && !tree.has(path.replace(/tsx$/, 'test.tsx')))
    .map((file) => ({ file, rule: 'a page without its test: draw it in one beside it, answered by its contract' }))
