import { isCode, isTest } from './imports.ts'
import { platformTables, slices } from './slices.ts'
import type { Fault, SourceTree } from './source-tree.ts'

/** Where no word of the business stands. */
const isPlain = (path: string) =>
  /^(?:packages\/shared\/src\/kernel|apps\/api\/src\/platform|apps\/web\/src\/(?:lib|ui))\//.test(path) &&
  isCode(path) &&
  !isTest(path)

// Before they were records of ours these were words of HTTP, the browser, PostgreSQL, arithmetic, and a board of the ui.
const everyday = ['request', 'document', 'user', 'share', 'board', 'boardColumn']

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const plural = (name: string) =>
  name.endsWith('sis') ? `${name.slice(0, -2)}es` : name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`

// The root record of every dossier: the trail, the live stream and the gates name it on the wire and in the database,
// whatever the slice, so that a change can be told to those who may see its dossier. Its id is a word of the trail.
const trail = ['programId']

/** What a model is called in code: its type, one of it, many of them, its table, and its id. */
const namesOf = (model: string, table: string | undefined) => {
  const [one, many] = [lower(model), plural(lower(model))]
  const plain = everyday.includes(one) ? [] : [model, one]
  return [...plain, plural(model), many, table ?? many, `${one}Id`, `${one}Ids`]
}

/** The words of the business: the models of the slices, and the slices. */
const wordsIn = (tree: SourceTree): ReadonlySet<string> => {
  const models = [...tree]
    .filter(([path]) => /^prisma\/models\/.+\.prisma$/.test(path))
    .flatMap(([, text]) => [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)])
    .filter(([, name = '']) => !platformTables.includes(lower(name)))
  return new Set([
    ...models.flatMap(([, name = '', body = '']) => namesOf(name, /@@map\("(\w+)"\)/.exec(body)?.[1])),
    ...slices.filter((slice) => !slice.includes('/')),
  ])
}

/** The identifiers of a file, and its literals of one word: no comments, no sentences, no paths. */
const saidIn = (code: string) => {
  const bare = code
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
    .replaceAll(/(?<quote>['"])(?<text>(?:\\.|(?!\k<quote>)[^\\\n])*)\k<quote>/g, (_whole, _quote, text: string) =>
      /^\w+$/.test(text) ? ` ${text} ` : ' ',
    )
    // Of a template only what it puts in is code.
    .replaceAll(/`(?:\\.|[^`\\])*`/g, (text) => [...text.matchAll(/\$\{([^{}]*)\}/g)].map(([, code]) => code).join(' '))
  return new Set(bare.match(/[A-Za-z_$][\w$]*/g))
}

/** Words of the business in `kernel`, `platform`, `lib` and `ui`: as whole names, so that `Requested` is none. */
export const wordFaults = (tree: SourceTree): Fault[] => {
  const words = wordsIn(tree)
  return [...tree]
    .filter(([path]) => isPlain(path))
    .flatMap(([file, code]) =>
      [...saidIn(code)]
        .filter((word) => words.has(word) && !trail.includes(word))
        .map((word) => ({ file, rule: `says ${word}, a word of the business` })),
    )
}
