import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyTree } from '../test/tree-copy.ts'
import { mutants } from './all.ts'
import type { Edit } from './resources.mutations.ts'

// Takes single defences out of a copy of the tree, one at a time, and shows that the test that must fail does.
// `npm run mutants -- WORD` tries only those whose name holds the word.
const wanted = mutants.filter(({ defence }) => defence.includes(process.argv[2] ?? ''))
if (wanted.length === 0) throw new Error(`No defence has “${process.argv[2]}” in its name`)

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
type Told = { status: string; fullName: string }
type Counts = { numPassedTests: number; numFailedTests: number; testResults: { assertionResults: Told[] }[] }

/** With every defence in its place the tests pass: or their failing would say nothing. */
const requireSound = (copy: string) => {
  const { numPassedTests, numFailedTests, testResults } = run(
    copy,
    wanted.map(({ test }) => test),
    wanted.map(({ name }) => name),
  )
  if (numFailedTests > 0 || numPassedTests < new Set(wanted.map(({ name }) => name)).size) {
    const told = testResults.flatMap(({ assertionResults }) => assertionResults)
    const failed = told.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
    throw new Error(`With all defences: ${numPassedTests} passed, ${numFailedTests} failed: ${failed.join('; ')}`)
  }
}

/** Takes a text out of a file of the copy; gives the way to put it back. */
const takeOut = (tree: string, defence: string, { file, without, by }: Edit) => {
  const path = join(tree, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(without).length !== 2) throw new Error(`${defence}: the text to take out is not there once in ${file}`)
  writeFileSync(
    path,
    text.replace(without, () => by),
  )
  return () => writeFileSync(path, text)
}

const copy = copyTree()
let survivors = 0
try {
  requireSound(copy)
  for (const { defence, test, name, also = [], ...edit } of wanted) {
    const restore = [edit, ...also].map((one) => takeOut(copy, defence, one))
    const killed = run(copy, [test], [name]).numFailedTests > 0
    for (const put of restore) put()
    if (!killed) survivors += 1
    console.log(`${killed ? 'killed  ' : 'SURVIVED'}  ${defence.padEnd(52)}  ${test}`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${wanted.length - survivors} killed, ${survivors} survived`)
process.exitCode = survivors === 0 ? 0 : 1
