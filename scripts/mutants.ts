import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutants } from './mutations.ts'

// Takes single defences out of a copy of the tree, one at a time, and shows that the test that must fail does.
// `npm run mutants -- WORD` tries only those whose name holds the word.
const root = fileURLToPath(new URL('..', import.meta.url))
const left = new Set(['node_modules', '.git', '.data', 'dist', 'test-results', 'playwright-report'])

const wanted = mutants.filter(({ defence }) => defence.includes(process.argv[2] ?? ''))

const copyTree = () => {
  const copy = mkdtempSync(join(tmpdir(), 'entente-mutants-'))
  const isWanted = (path: string) =>
    !path
      .slice(root.length)
      .split(sep)
      .some((part) => left.has(part))
  cpSync(root, copy, { recursive: true, filter: isWanted })
  linkPackages(copy)
  return copy
}

/** The libraries are shared with the tree; our own packages are the copy's, or a defence taken out there would stay. */
const linkPackages = (copy: string) => {
  const [libraries, linked] = [join(root, 'node_modules'), join(copy, 'node_modules')]
  mkdirSync(join(linked, '@entente'), { recursive: true })
  for (const name of readdirSync(libraries).filter((entry) => entry !== '@entente'))
    symlinkSync(join(libraries, name), join(linked, name))
  for (const name of readdirSync(join(libraries, '@entente'))) {
    const own = relative(realpathSync(root), realpathSync(join(libraries, '@entente', name)))
    symlinkSync(join(copy, own), join(linked, '@entente', name))
  }
}

/** How many tests of these names passed and failed in these files. */
const run = (copy: string, files: readonly string[], names: readonly string[]) => {
  const report = join(copy, 'mutant.json')
  rmSync(report, { force: true })
  const pattern = names.join('|')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...new Set(files), '-t', pattern]
  const reporters = ['--reporter=json', `--outputFile.json=${report}`]
  const { stderr } = spawnSync(process.execPath, [...vitest, ...reporters], { cwd: copy, encoding: 'utf8' })
  if (!existsSync(report)) throw new Error(`${files.join(', ')} did not run: ${stderr}`)
  return JSON.parse(readFileSync(report, 'utf8')) as Counts
}
type Counts = { numPassedTests: number; numFailedTests: number }

/** With every defence in its place the tests pass: or their failing would say nothing. */
const requireSound = (copy: string) => {
  const { numPassedTests, numFailedTests } = run(
    copy,
    wanted.map(({ test }) => test),
    wanted.map(({ name }) => name),
  )
  if (numFailedTests > 0 || numPassedTests < new Set(wanted.map(({ name }) => name)).size) {
    throw new Error(`With all defences: ${numPassedTests} passed, ${numFailedTests} failed`)
  }
}

const copy = copyTree()
let survivors = 0
try {
  requireSound(copy)
  for (const { defence, file, without, by, test, name } of wanted) {
    const text = readFileSync(join(copy, file), 'utf8')
    if (text.split(without).length !== 2)
      throw new Error(`${defence}: the text to take out is not there once in ${file}`)
    writeFileSync(
      join(copy, file),
      text.replace(without, () => by),
    )
    const killed = run(copy, [test], [name]).numFailedTests > 0
    writeFileSync(join(copy, file), text)
    if (!killed) survivors += 1
    console.log(`${killed ? 'killed  ' : 'SURVIVED'}  ${defence.padEnd(52)}  ${test}`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${wanted.length - survivors} killed, ${survivors} survived`)
process.exitCode = survivors === 0 ? 0 : 1
