import { posix } from 'node:path'
import type { SourceTree } from './source-tree.ts'

export const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
export const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)

/** Every module a file names: static, re-exported, for its effects, as a type, or lazily. */
export const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom|^\s*import|\bimport\()\s*['"]([^'"\n]+)['"]/gm)].map((match) => match[1] ?? '')

/** The path of our own file that an import names; undefined for a package. */
export const targetOf = (from: string, specifier: string) => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const own = /^@entente\/(shared|postgres)\/(.+)$/.exec(specifier)
  return own ? `packages/${own[1]}/src/${own[2]}.ts` : undefined
}

/** Which files of the tree each file of code imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

export const importGraph = (tree: SourceTree): ImportGraph =>
  new Map(
    [...tree]
      .filter(([path]) => isCode(path))
      .map(([path, text]) => {
        const targets = importsOf(text).map((specifier) => targetOf(path, specifier))
        return [path, [...new Set(targets.filter((target) => target !== undefined && tree.has(target)))] as string[]]
      }),
  )

/** The shortest way from a file back to itself, or undefined: a breadth-first search. */
const wayBack = (graph: ImportGraph, start: string): string[] | undefined => {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (const file of waiting)
    for (const target of graph.get(file) ?? []) {
      if (target === start) return pathTo(cameFrom, start, file)
      if (cameFrom.has(target)) continue
      cameFrom.set(target, file)
      waiting.push(target)
    }
  return undefined
}

const pathTo = (cameFrom: ReadonlyMap<string, string>, start: string, end: string) => {
  const path = [end]
  for (let file = end; file !== start;) {
    file = cameFrom.get(file) ?? start
    path.unshift(file)
  }
  return path
}

/** Every circle of files that import one another, once, by its shortest way; lazy and type imports count. */
export const circlesIn = (graph: ImportGraph): string[][] => {
  const seen = new Set<string>()
  return [...graph.keys()].toSorted().flatMap((file) => {
    if (seen.has(file)) return []
    const circle = wayBack(graph, file)
    for (const member of circle ?? []) seen.add(member)
    return circle ? [circle] : []
  })
}
