import { posix } from 'node:path'
import { importGraph, isTest } from './imports.ts'
import { isRoomOpenTo, placesOpenTo, standingOf } from './places.ts'
import { folderSizes } from './rooms.ts'
import { mayKnow } from './slices.ts'
import type { SourceTree } from './source-tree.ts'

/** Whether an import goes against an order: that of the places, of the slices (in a family too), or of the rooms. */
const goesUp = (source: string, target: string) => {
  const [from, to] = [standingOf(source), standingOf(target)]
  if (!from || !to) return true
  if (!placesOpenTo(from.place).includes(to.place)) return true
  if (from.slice && to.slice) return !mayKnow(from.slice, to.slice, true)
  return from.place === to.place && !isRoomOpenTo(from, to)
}

/** The drawing of the imports in numbers: rooms are folders with code; tests are not drawn. */
export const figuresOf = (tree: SourceTree, isDrawn: (path: string) => boolean) => {
  const graph = [...importGraph(tree)].filter(([path]) => isDrawn(path) && !isTest(path))
  const arrows = new Map<string, boolean>()
  for (const [source, targets] of graph)
    for (const target of targets.filter(isDrawn)) {
      const [from, to] = [posix.dirname(source), posix.dirname(target)]
      if (from === to) continue
      const arrow = `${from} → ${to}`
      arrows.set(arrow, (arrows.get(arrow) ?? false) || goesUp(source, target))
    }
  const [largest = ['', 0]] = [...folderSizes([...tree.keys()].filter(isDrawn))].toSorted(
    ([, left], [, right]) => right - left,
  )
  return {
    rooms: new Set(graph.map(([path]) => posix.dirname(path))).size,
    arrows: arrows.size,
    up: [...arrows].filter(([, up]) => up).map(([arrow]) => arrow),
    largest: { folder: largest[0], files: largest[1] },
  }
}

const told = (subject: string, { rooms, arrows, up, largest }: ReturnType<typeof figuresOf>) =>
  [
    `${subject}: ${rooms} rooms, ${arrows} arrows between rooms, ${up.length} arrows up, largest folder ${largest.folder} with ${largest.files} files`,
    ...up.map((arrow) => `  up: ${arrow}`),
  ].join('\n')

/** The figures of the whole tree, and those of the slices under `resources` alone. */
export const structureFigures = (tree: SourceTree) =>
  [
    told(
      'the tree',
      figuresOf(tree, (path) => standingOf(path) !== undefined && !path.includes('/generated/')),
    ),
    told(
      'resources',
      figuresOf(tree, (path) => standingOf(path)?.slice?.startsWith('resources/') === true),
    ),
  ].join('\n')
