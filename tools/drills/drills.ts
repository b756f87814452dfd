import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CrashDrill, type Losses } from './crash.ts'
import { type Outcome, policyHolds, policyIsSeenToBreak } from './policy.ts'
import { copyTree } from '../test/tree-copy.ts'

// Twenty storms of approvals, then servers and databases killed under clients that insist. Each kind of killing comes
// with a negative control: the same drill with the guard taken out must be seen to lose, or it would prove nothing.
// `npm run drills -- WORD` runs only those whose name holds the word; POLICY_RUNS, POLICY_STEPS and POLICY_SEED say how
// many histories of how many steps `proof` plays, and from which seed on.
type Exercise = { name: string; run: () => Promise<Outcome> }

const kills = 20
const says = (losses: Losses) =>
  `${losses.kills} kills, ${losses.acknowledged} acknowledged, ${losses.lost} lost, ${losses.doubled} doubled, ${losses.drifted} drifted, back within ${losses.slowestReturnMs} ms`
const isWhole = ({ lost, doubled, drifted, slowestReturnMs }: Losses) =>
  lost + doubled + drifted === 0 && slowestReturnMs <= 10_000

const crash = async (victim: 'api' | 'postgres', times: number, careless = false, serverFile?: string) => {
  const drill = new CrashDrill(serverFile)
  try {
    await drill.begin(careless)
    return await drill.run(victim, times)
  } finally {
    await drill.end()
  }
}

/** A server whose writes are not one transaction: what a kill interrupts stays half done. */
const withoutTransaction = async () => {
  const copy = copyTree()
  try {
    const file = join(copy, 'apps/api/src/platform/records/command.ts')
    const text = readFileSync(file, 'utf8')
    const held = 'return await call.server.db.$transaction(async (db) => {'
    if (text.split(held).length !== 2) throw new Error('The transaction to take out is not there once')
    const loose =
      'return await ((run: (db: never) => Promise<T>) => run(call.server.db as never))(async (db: Tx["db"]) => {'
    writeFileSync(
      file,
      text.replace(held, () => loose),
    )
    return await crash('api', kills, false, join(copy, 'apps/api/src/server.ts'))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const storms = async (): Promise<Outcome> => {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'apps/api/src/modules/resources/envelopes/ceiling.test.ts']
  const env = { ...process.env, STORM_SEEDS: '20', STORM_APPROVALS: '400' }
  const { status, stdout } = spawnSync(process.execPath, vitest, { env, encoding: 'utf8' })
  const line = stdout.split('\n').find((text) => text.includes('Tests')) ?? 'no test ran'
  return { passed: status === 0, says: line.trim() }
}

const replays = async (): Promise<Outcome> => {
  const drill = new CrashDrill()
  try {
    await drill.begin()
    const { keys, effects, told } = await drill.replay(50, 20, 10)
    return {
      passed: effects === keys && told === keys,
      says: `${keys} keys × 20, 10 kills: ${effects} effects, ${told} answers`,
    }
  } finally {
    await drill.end()
  }
}

const kept = async (losing: Promise<Losses>): Promise<Outcome> => {
  const losses = await losing
  return { passed: isWhole(losses), says: says(losses) }
}
const lost = async (losing: Promise<Losses>): Promise<Outcome> => {
  const losses = await losing
  return { passed: losses.lost + losses.doubled + losses.drifted > 0, says: says(losses) }
}

const exercises: Exercise[] = [
  { name: 'api: kill -9 during approvals loses nothing', run: () => kept(crash('api', kills)) },
  { name: 'api control: without a transaction it is seen to lose', run: () => lost(withoutTransaction()) },
  { name: 'postgres: kill -9 during approvals loses nothing', run: () => kept(crash('postgres', kills)) },
  {
    name: 'postgres control: acknowledged before the disk, it is seen to lose',
    run: () => lost(crash('postgres', 3, true)),
  },
  { name: 'keys: fifty, twenty times each, with crashes', run: replays },
  { name: 'storm: twenty seeds of 400 approvals by 32 clients', run: storms },
  { name: 'proof: random histories of programs keep the policy', run: policyHolds },
  { name: 'proof control: with one guard taken out it is seen to break', run: policyIsSeenToBreak },
]

let failed = 0
for (const { name, run } of exercises.filter((exercise) => exercise.name.includes(process.argv[2] ?? ''))) {
  const { passed, says: told } = await run()
  if (!passed) failed += 1
  console.log(`${passed ? '✓' : '✗'} ${name}: ${told}`)
}
process.exitCode = failed === 0 ? 0 : 1
