import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyTree } from '../test/tree-copy.ts'

export type Outcome = { passed: boolean; says: string }

const root = fileURLToPath(new URL('../..', import.meta.url))
const model = 'apps/api/test/journeys/policy-model.test.ts'

/** Plays the model test in a tree, telling how far it is; gives whether it passed, and all it said. */
const playIn = (tree: string, settings: Record<string, string>): Promise<{ passed: boolean; said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', POLICY_PROGRESS: 'yes', ...settings }
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', model], { cwd: tree, env })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      for (const [line] of part.toString().matchAll(/^\d+ of \d+ histories$/gm)) console.log(`  ${line}`)
    })
    child.on('close', (code) => resolve({ passed: code === 0, said }))
  })

/** Many long histories, from another seed than those of `npm test`. */
export const policyHolds = async (): Promise<Outcome> => {
  const { POLICY_RUNS: runs = '1000', POLICY_STEPS: steps = '50', POLICY_SEED: seed = '1001' } = process.env
  const settings = { POLICY_RUNS: runs, POLICY_STEPS: steps, POLICY_SEED: seed }
  const { passed, said } = await playIn(root, settings)
  return { passed, says: passed ? `${runs} histories of ${steps} steps from seed ${seed} on, no fault` : said }
}

const guard = {
  file: 'apps/api/src/modules/partnerships/policy.ts',
  held: "sign: binding('agreement', { ...open('coordinator'), while: [whileOpen] }),",
  loose: "sign: { ...open('coordinator'), while: [whileOpen] },",
}

/** The same on a build whose agreements no gate guards: the model must find one that should not have been signed. */
export const policyIsSeenToBreak = async (): Promise<Outcome> => {
  const copy = copyTree()
  try {
    const file = join(copy, guard.file)
    const text = readFileSync(file, 'utf8')
    if (text.split(guard.held).length !== 2) throw new Error('The guard to take out is not there once')
    writeFileSync(
      file,
      text
        .replace(guard.held, () => guard.loose)
        .replace('import { binding, programVisible', 'import { programVisible'),
    )
    const { said } = await playIn(copy, { POLICY_RUNS: '200', POLICY_STEPS: '30', POLICY_SEED: '1' })
    const [fault] = /\(b\) .+/.exec(said) ?? []
    const [seed] = /Seed \d+ .+/.exec(said) ?? []
    return { passed: fault !== undefined, says: fault === undefined ? `not seen: ${said}` : `${fault}; ${seed}` }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
