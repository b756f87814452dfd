import { fileURLToPath } from 'node:url'
import { structureFigures } from './figures.ts'
import { importsOf, isCode, isTest, targetOf } from './imports.ts'
import { phantomFaults } from './phantoms.ts'
import { placesOpenTo, standingOf, type Standing } from './places.ts'
import { circleFaults, folderFaults, pageTestFaults, roomFault } from './rooms.ts'
import { besides, held, mayKnow, maySave, platformTables, type Strictness } from './slices.ts'
import { readTree, report, type Fault, type SourceTree } from './source-tree.ts'
import { wordFaults } from './words.ts'

const governed = /^(apps|packages|prisma|e2e|tools)\//

const orderFault = (from: Standing, to: Standing, ordered: boolean) =>
  from.slice && to.slice && !mayKnow(from.slice, to.slice, ordered)
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

const importFault = (path: string, from: Standing, specifier: string, ordered: boolean) => {
  const target = targetOf(path, specifier)
  if (target === undefined) return packageFault(from, specifier)
  const to = standingOf(target)
  if (!to) return `imports ${target}, which has no place in the tree`
  if (!placesOpenTo(from.place).includes(to.place)) return `${from.place} may not import ${to.place} (${target})`
  return orderFault(from, to, ordered) ?? privacyFault(from, to) ?? roomFault(from, to)
}

/** A test may use whatever its own side of the wire may use, in any order of the slices; rooms keep theirs. */
const testFault = (path: string, from: Standing, specifier: string) => {
  const target = targetOf(path, specifier)
  if (target === undefined || path.startsWith('tools/')) return undefined
  const closed = path.startsWith('apps/api/')
    ? /^(?:apps\/web|tools)\//
    : path.startsWith('apps/web/')
      ? /^(?:apps\/api|tools)\//
      : /^apps\//
  if (closed.test(target)) return `a test of this workspace may not import ${target}`
  const to = standingOf(target)
  return to && roomFault(from, to)
}

const placeFaults = (path: string, text: string, ordered: boolean): string[] => {
  const from = standingOf(path)
  if (!from) return ['no place for this file: see the tree in ARCHITECTURE.md']
  if (!isCode(path) || from.place === 'settings') return []
  return importsOf(text)
    .map((specifier) => (isTest(path) ? testFault(path, from, specifier) : importFault(path, from, specifier, ordered)))
    .filter((fault) => fault !== undefined)
}

const silenced = /(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)/
const sleeping = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf)\b/
// What the server says with the session and each record (`can`) decides; a role may be named, never asked.
const decidesByRole = /\.roles\b[^\n]{0,20}?\.(?:includes|some|every|find)\(/
// Amounts, days and dates are written in one place, in both languages and in the time of the institution.
const writtenByHand =
  /\bIntl\.(?:Number|DateTime|RelativeTime)Format\b|\.to(?:Locale(?:Date|Time)?String|Fixed)\(|\.toISOString\(\)\.slice\(/
const isOfBrowser = (path: string) => path.startsWith('apps/web/src/') && !isTest(path)
/** The titles of the tests of a file, those that stand for a table of cases too. */
const titlesIn = (text: string) =>
  [
    ...text.matchAll(
      /(?:\b(?:it|test)(?:\.fails)?\(|\b(?:it|test)\.(?:each|for)(?:<[^\n]*>)?\([^\n]*?\)\(|^\s*\](?: as const)?\)\()\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>/gm,
    ),
  ].map(({ groups }) => groups?.['title'] ?? '')
const habitFaults = (path: string, text: string): string[] => {
  if (!isCode(path)) return []
  return [
    ...(isOfBrowser(path) && decidesByRole.test(text) ? ['the browser decides by a role: the server says `can`'] : []),
    ...(isOfBrowser(path) && !path.startsWith('apps/web/src/lib/format/') && writtenByHand.test(text)
      ? ['writes an amount or a day by hand: lib/format does']
      : []),
    ...(silenced.test(text) ? ['a check is silenced by a comment'] : []),
    ...(isTest(path) && titlesIn(text).some((title) => title.length > 80)
      ? ['a title of a test is longer than 80 characters']
      : []),
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
const isWriter = (from: Standing, { owner, model }: Owned, ordered: boolean) =>
  from.place === 'platform'
    ? besides.includes(owner) || platformTables.includes(model)
    : from.slice !== undefined && maySave(from.slice, owner, ordered)

const ownershipFaults = (path: string, text: string, owned: readonly Owned[], ordered: boolean): string[] => {
  const from = standingOf(path)
  if (!from || isTest(path) || !['platform', 'api module', 'api top'].includes(from.place)) return []
  return [...text.matchAll(write)].flatMap(([, model, table]) => {
    const hit = owned.find((entry) => (model === undefined ? entry.table === table : entry.model === model))
    return hit && !isWriter(from, hit, ordered) ? [`writes ${hit.model}, which only ${hit.owner} may write`] : []
  })
}

/** Every file that stands where it may not, or names what it may not. */
export const structureFaults = (tree: SourceTree, { families, words }: Strictness = held): Fault[] => {
  const owned = ownedIn(tree)
  const ofFiles = [...tree]
    .filter(([path]) => governed.test(path))
    .flatMap(([file, text]) =>
      [
        ...placeFaults(file, text, families),
        ...habitFaults(file, text),
        ...ownershipFaults(file, text, owned, families),
      ].map((rule) => ({ file, rule })),
    )
  return [
    ...ofFiles,
    ...circleFaults(tree),
    ...folderFaults(tree),
    ...pageTestFaults(tree),
    ...phantomFaults(tree),
    ...(words ? wordFaults(tree) : []),
  ]
}

// `--strict` holds what is not yet held everywhere; `--figures` draws the imports in numbers.
if (import.meta.main) {
  const tree = readTree(fileURLToPath(new URL('../..', import.meta.url)))
  if (process.argv.includes('--figures')) console.log(structureFigures(tree))
  else
    report(
      'structure',
      structureFaults(tree, process.argv.includes('--strict') ? { families: true, words: true } : held),
    )
}
