import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Paths relative to the root, with forward slashes, and their text. The checks read this and nothing else. */
export type SourceTree = ReadonlyMap<string, string>
/** What a check found: the file and the rule it breaks. */
export type Fault = { file: string; rule: string }

const skipped = new Set(['node_modules', 'generated', 'dist', 'test-results', 'playwright-report'])
const isText = (name: string) => /\.(ts|tsx|mts|mjs|json|css|html|prisma|sql|md)$/.test(name)

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })

export const readTree = (root: string): SourceTree =>
  new Map(
    walk(root).map((path) => [
      relative(root, path).split(sep).join('/'),
      isText(path) ? readFileSync(path, 'utf8') : '',
    ]),
  )

/** Prints the faults and sets the exit code. */
export const report = (subject: string, faults: readonly Fault[]) => {
  for (const { file, rule } of faults) console.error(`${file}: ${rule}`)
  console.log(faults.length === 0 ? `${subject}: no fault` : `${subject}: ${faults.length} fault(s)`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
