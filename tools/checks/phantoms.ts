import type { Fault, SourceTree } from './source-tree.ts'

const isDocument = (path: string) => /^(?:[A-Z]+|docs\/decisions\/[\w-]+)\.md$/.test(path)
const extension = /\.(?:tsx?|mjs|json|css|html|prisma|sql|md)$/
const topFolder = /^(?:apps|packages|prisma|e2e|tools|docs|scripts|node_modules)\//

/** The code spans and code blocks of a document, word by word. */
const wordsOf = (text: string) =>
  [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].flatMap(([span]) =>
    span
      .replaceAll('`', '')
      .split(/\s+/)
      .map((word) => word.replace(/[,:;.]+$/, '')),
  )

/** `{a,b}` written out. */
const writtenOut = (path: string): string[] => {
  const [whole, choices] = /\{([^{}]*)\}/.exec(path) ?? []
  if (whole === undefined || choices === undefined) return [path]
  return choices.split(',').flatMap((choice) => writtenOut(path.replace(whole, choice)))
}

const escaped = (text: string) => text.replace(/[.+?^$()|[\]\\]/g, '\\$&')
/** A path as a pattern: `<slice>` stands for one name wherever it comes, `*` for any. */
const patternOf = (path: string) => {
  let given = 0
  const body = escaped(path.replace(/\/$/, ''))
    .replaceAll('*', '[^/]+')
    .replaceAll(/<\w+>/g, () => ((given += 1) === 1 ? '(.+)' : '\\1'))
  return new RegExp(`^${body}(?:/|$)`)
}

const isPath = (word: string) =>
  word.includes('/') && !/^(?:\/|@|\.|https?:)/.test(word) && (extension.test(word) || topFolder.test(word))

/** Paths that a document names and the tree has not. */
export const phantomFaults = (tree: SourceTree): Fault[] => {
  const paths = [...tree.keys()]
  const exists = (word: string) => {
    const pattern = patternOf(word)
    return paths.some((path) => pattern.test(path))
  }
  return [...tree]
    .filter(([path]) => isDocument(path))
    .flatMap(([file, text]) =>
      [...new Set(wordsOf(text).filter(isPath).flatMap(writtenOut))]
        .filter((word) => !exists(word))
        .map((word) => ({ file, rule: `names ${word}, which is not there` })),
    )
}
