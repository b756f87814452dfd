import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { besides, placesOpenTo, platformTables, slices, standingOf, type Standing } from './places.ts'
import { readTree, report, type Fault, type SourceTree } from './source-tree.ts'

const governed = /^(apps|packages|prisma|e2e|tools)\//
const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)

/** Every module a file names: static, re-exported, for its effects, or lazily. */
const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom|^\s*import|\bimport\()\s*['"]([^'"\n]+)['"]/gm)].map((match) => match[1] ?? '')

const targetOf = (from: string, specifier: string) => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const own = /^@entente\/(shared|postgres)\/(.+)$/.exec(specifier)
  return own ? `packages/${own[1]}/src/${own[2]}.ts` : undefined
}

const familyOf = (slice: string) => slice.split('/')[0]
const mayKnow = (from: string, to: string) =>
  familyOf(from) === familyOf(to) ||
  besides.includes(to) ||
  (!besides.includes(from) && slices.indexOf(to) < slices.indexOf(from))

const orderFault = (from: Standing, to: Standing) =>
  from.slice && to.slice && !mayKnow(from.slice, to.slice)
    ? `${from.slice} may not import ${to.slice}: ${besides.includes(from.slice) ? 'it knows no slice' : 'it comes later in the order of the slices'}`
    : undefined

const privateRoles: Record<string, string[]> = { 'api module': ['routes'], 'web feature': ['pages'] }
const privacyFault = (from: Standing, to: Standing) =>
  from.slice && to.slice && from.slice !== to.slice && privateRoles[to.place]?.includes(to.role ?? '')
    ? `${to.role} of ${to.slice} is private to it; use ${to.place === 'api module' ? 'its service, queries, policy, facts or presenter' : 'its api or components'}`
    : undefined

const packageFault = (from: Standing, specifier: string) => {
  if (specifier.startsWith('@entente/'))
    return `import ${specifier}: only @entente/shared/<slice>/<file> and @entente/postgres/<file> can be imported`
  const inBrowser = from.place === 'kernel' || from.place === 'shared slice' || from.place.startsWith('web ')
  return inBrowser && specifier.startsWith('node:') ? `${from.place} runs in the browser: no ${specifier}` : undefined
}

const importFault = (path: string, from: Standing, specifier: string) => {
  const target = targetOf(path, specifier)
  if (target === undefined) return packageFault(from, specifier)
  const to = standingOf(target)
  if (!to) return `imports ${target}, which has no place in the tree`
  if (!placesOpenTo(from.place).includes(to.place)) return `${from.place} may not import ${to.place} (${target})`
  return orderFault(from, to) ?? privacyFault(from, to)
}

/** A test may use whatever its own side of the wire may use, in any order. */
const testFault = (path: string, specifier: string) => {
  const target = targetOf(path, specifier)
  const closed = path.startsWith('apps/api/')
    ? /^apps\/web\//
    : path.startsWith('apps/web/')
      ? /^apps\/api\//
      : /^apps\//
  return target !== undefined && governed.test(path) && !path.startsWith('tools/') && closed.test(target)
    ? `a test of this workspace may not import ${target}`
    : undefined
}

const placeFaults = (path: string, text: string): string[] => {
  const from = standingOf(path)
  if (!from) return ['no place for this file: see the tree in ARCHITECTURE.md']
  if (!isCode(path) || from.place === 'settings') return []
  const faultOf = isTest(path)
    ? (specifier: string) => testFault(path, specifier)
    : (specifier: string) => importFault(path, from, specifier)
  return importsOf(text)
    .map(faultOf)
    .filter((fault) => fault !== undefined)
}

const silenced = /(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)/
const sleeping = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf)\b/
const habitFaults = (path: string, text: string): string[] => {
  if (!isCode(path)) return []
  return [
    ...(silenced.test(text) ? ['a check is silenced by a comment'] : []),
    ...(isTest(path) && sleeping.test(text) ? ['a test is skipped, singled out or left to do'] : []),
  ]
}

type Owned = { model: string; table: string; owner: string }
const ownedIn = (tree: SourceTree): Owned[] =>
  [...tree].flatMap(([path, text]) => {
    const owner = /^prisma\/models\/((?:[a-z-]+\/)?[a-z-]+)\.prisma$/.exec(path)?.[1]
    if (owner === undefined) return []
    return [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
      model: name.charAt(0).toLowerCase() + name.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      owner,
    }))
  })

const write =
  /\.(\w+)\s*\.(?:create|update|upsert|delete)(?:Many)?(?:AndReturn)?\(|(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(?:\w+"?\.)?"?(\w+)/gi
/** The platform may write what stands beside the slices; a module writes its own tables only. */
const maySave = (from: Standing, { owner, model }: Owned) =>
  from.place === 'platform'
    ? besides.includes(owner) || platformTables.includes(model)
    : from.slice !== undefined && familyOf(from.slice) === familyOf(owner)

const ownershipFaults = (path: string, text: string, owned: readonly Owned[]): string[] => {
  const from = standingOf(path)
  if (!from || isTest(path) || !['platform', 'api module', 'api top'].includes(from.place)) return []
  return [...text.matchAll(write)].flatMap(([, model, table]) => {
    const hit = owned.find((entry) => (model === undefined ? entry.table === table : entry.model === model))
    return hit && !maySave(from, hit) ? [`writes ${hit.model}, which only ${hit.owner} may write`] : []
  })
}

export const structureFaults = (tree: SourceTree): Fault[] => {
  const owned = ownedIn(tree)
  return [...tree]
    .filter(([path]) => governed.test(path))
    .flatMap(([file, text]) =>
      [...placeFaults(file, text), ...habitFaults(file, text), ...ownershipFaults(file, text, owned)].map((rule) => ({
        file,
        rule,
      })),
    )
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  report('structure', structureFaults(readTree(fileURLToPath(new URL('../..', import.meta.url)))))
