import { fileURLToPath } from 'node:url'
import { flatten, frenchFaults, frenchLabels, placeholdersOf, withoutPlural } from './locale-text.ts'
import { readTree, report, type Fault, type SourceTree } from '../checks/source-tree.ts'

type Messages = Map<string, string>
type Catalogue = Map<string, Messages>

const fileOf = (language: string, namespace: string) => `apps/web/src/locales/${language}/${namespace}.json`

const catalogueOf = (tree: SourceTree, language: string): Catalogue =>
  new Map(
    [...tree].flatMap(([path, text]): [string, Messages][] => {
      const namespace = new RegExp(`^${fileOf(language, '([a-z0-9-]+(?:/[a-z0-9-]+)?)')}$`).exec(path)?.[1]
      return namespace === undefined ? [] : [[namespace, new Map(flatten(JSON.parse(text)))]]
    }),
  )

const keysOf = (messages: Messages | undefined) => new Set([...(messages?.keys() ?? [])].map(withoutPlural))

const absences = (from: Catalogue, to: Catalogue, language: string): Fault[] =>
  [...from].flatMap(([namespace, messages]) => {
    const there = keysOf(to.get(namespace))
    return [...keysOf(messages)]
      .filter((key) => !there.has(key))
      .map((key) => ({ file: fileOf(language, namespace), rule: `${key} is missing` }))
  })

const counterpart = (messages: Messages | undefined, key: string) =>
  messages?.get(key) ?? messages?.get(`${withoutPlural(key)}_other`)

const contentFaults = (fr: Catalogue, en: Catalogue): Fault[] =>
  [...fr].flatMap(([namespace, messages]) =>
    [...messages].flatMap(([key, text]) => {
      const english = counterpart(en.get(namespace), key)
      const differs = english !== undefined && placeholdersOf(english) !== placeholdersOf(text)
      return [
        ...frenchFaults(text).map((fault) => ({ file: fileOf('fr', namespace), rule: `${key}: ${fault}` })),
        ...(differs ? [{ file: fileOf('en', namespace), rule: `${key}: other placeholders than in French` }] : []),
      ]
    }),
  )

const emptyFaults = (catalogue: Catalogue, language: string): Fault[] =>
  [...catalogue].flatMap(([namespace, messages]) =>
    [...messages]
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => ({ file: fileOf(language, namespace), rule: `${key} is empty` })),
  )

const isWebCode = (path: string) => /^apps\/web\/src\/.+\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)

/** The names a file gives to `t`, each with the namespaces it reads. */
const translatorsIn = (code: string) => {
  const found = new Map<string, string[]>()
  for (const [, bound = '', args = ''] of code.matchAll(/(?:const\s*\{([^}]*)\}\s*=\s*)useTranslation\(([^)]*)\)/g)) {
    const name = /\bt\s*:\s*(\w+)/.exec(bound)?.[1] ?? 't'
    const namespaces = [...args.matchAll(/['"]([a-z0-9/-]+)['"]/g)].map((match) => match[1] ?? '')
    found.set(name, [...(found.get(name) ?? []), ...namespaces])
  }
  return found
}

const isKnown = (catalogue: Catalogue, namespaces: readonly string[], key: string) =>
  namespaces.some((namespace) => keysOf(catalogue.get(namespace)).has(key))

const callFaults = (file: string, code: string, fr: Catalogue): Fault[] => {
  const translators = translatorsIn(code)
  return [...code.matchAll(/(?<![\w$])(\w+)\(\s*(['"])([^'"\n]+)\2/g)].flatMap(([, name = '', , literal = '']) => {
    const declared = translators.get(name)
    if (declared === undefined && name !== 't') return []
    const [namespace, key] = literal.includes(':') ? literal.split(':', 2) : [undefined, literal]
    const namespaces = namespace ? [namespace] : declared?.length ? declared : [...fr.keys()]
    return isKnown(fr, namespaces, key ?? '') ? [] : [{ file, rule: `${literal} is not in ${namespaces.join(', ')}` }]
  })
}

/** The labels of the fields of a form, `word.name` under `useFields(form, 'subject:word')`, with their subjects. */
const fieldLabels = (code: string) =>
  code.split(/(?=const \w+ = useFields\()/).flatMap((part) => {
    const [, name = '', namespace = '', word = ''] =
      /^const (\w+) = useFields\(\w+, '([^':]+):([^']*)'\)/.exec(part) ?? []
    if (name === '') return []
    return [...part.matchAll(new RegExp(`\\b${name}\\('([\\w.]+)'\\)`, 'g'))].map(([, path = '']) => ({
      namespace,
      key: word === '' ? path : `${word}.${path}`,
    }))
  })

const labelOfFieldFaults = (file: string, code: string, fr: Catalogue): Fault[] =>
  fieldLabels(code)
    .filter(({ namespace, key }) => !isKnown(fr, [namespace], key))
    .map(({ namespace, key }) => ({ file, rule: `${key}, the label of a field, is not in ${namespace}` }))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Every literal that may be a key, and every template that may build one. */
const wordsIn = (code: string) => ({
  literals: [...code.matchAll(/(['"`])([\w.:/-]+)\1/g)].map((match) => match[2] ?? ''),
  patterns: [...code.matchAll(/`([\w.:/-]*(?:\$\{[^}]*\}[\w.:/-]*)+)`/g)]
    .map((match) => (match[1] ?? '').split(/\$\{[^}]*\}/))
    .filter((parts) => parts.some((part) => /\w[.:_]|[.:_]\w/.test(part)))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('.+')}$`)),
})

const unusedFaults = (fr: Catalogue, code: readonly string[]): Fault[] => {
  const words = code.map(wordsIn)
  const labels = code.flatMap(fieldLabels).map(({ namespace, key }) => `${namespace}:${key}`)
  const literals = new Set([...words.flatMap((word) => word.literals), ...labels])
  const patterns = words.flatMap((word) => word.patterns)
  const isUsed = (name: string) => literals.has(name) || patterns.some((pattern) => pattern.test(name))
  return [...fr].flatMap(([namespace, messages]) =>
    [...keysOf(messages)]
      .filter((key) => !isUsed(key) && !isUsed(`${namespace}:${key}`))
      .map((key) => ({ file: fileOf('fr', namespace), rule: `${key} is never used` })),
  )
}

const labelFaults = (tree: SourceTree): Fault[] =>
  [...tree]
    .filter(([path]) => /^packages\/shared\/src\/.+(?<!\.test)\.ts$/.test(path))
    .flatMap(([file, code]) =>
      frenchLabels(code).flatMap((label) =>
        frenchFaults(label).map((fault) => ({ file, rule: `“${label}”: ${fault}` })),
      ),
    )

export const translationFaults = (tree: SourceTree): Fault[] => {
  const [fr, en] = [catalogueOf(tree, 'fr'), catalogueOf(tree, 'en')]
  const code = [...tree].filter(([path]) => isWebCode(path))
  return [
    ...absences(fr, en, 'en'),
    ...absences(en, fr, 'fr'),
    ...emptyFaults(fr, 'fr'),
    ...emptyFaults(en, 'en'),
    ...contentFaults(fr, en),
    ...code.flatMap(([file, text]) => callFaults(file, text, fr)),
    ...code.flatMap(([file, text]) => labelOfFieldFaults(file, text, fr)),
    ...unusedFaults(
      fr,
      code.map(([, text]) => text),
    ),
    ...labelFaults(tree),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  report('translations', translationFaults(readTree(fileURLToPath(new URL('../..', import.meta.url)))))
