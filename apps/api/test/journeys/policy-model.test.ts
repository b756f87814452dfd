import { describe, expect, it } from 'vitest'
import { historyOf, play, shrink, type Tally } from '../model/history.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const SECOND = 1000
const numberIn = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
/** Fewer than the drill plays (`npm run drills -- proof`): as many as fit into a minute. */
const runs = numberIn('POLICY_RUNS', 16)
const steps = numberIn('POLICY_STEPS', 30)
const first = numberIn('POLICY_SEED', 1)
/** How many shorter histories are tried to tell a failing one in a few steps. */
const patience = numberIn('POLICY_PATIENCE', 60)
const tells = process.env.POLICY_PROGRESS !== undefined

/** The seed to play it again with, and the shortest way found into what is wrong. */
const account = async (seed: number) => {
  const history = historyOf(seed, steps)
  const shortest = await shrink(world, seed, history, patience)
  const failure = await play(world, seed, shortest)
  const again = `POLICY_SEED=${seed} POLICY_RUNS=1 POLICY_STEPS=${steps}`
  const done = (failure?.done ?? []).map((line) => `  ${line}`)
  return [`Seed ${seed} (${again}), shrunk to ${shortest.length} of ${steps} steps:`, ...done].join('\n')
}

const toldOf = (tally: Tally) =>
  [...tally]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([what, times]) => `${String(times).padStart(6)} ${what}`)
    .join('\n')

describe('Whatever people do to programs, in whatever order', () => {
  it(
    `keeps the policy through ${runs} histories of ${steps} steps`,
    async () => {
      const tally: Tally = new Map()
      for (let played = 0; played < runs; played += 1) {
        const seed = first + played
        const failure = await play(world, seed, historyOf(seed, steps), tally)
        if (failure !== null) throw new Error(`${failure.faults.join('\n')}\n${await account(seed)}`)
        if (tells && (played + 1) % 10 === 0) console.log(`${played + 1} of ${runs} histories`)
      }
      if (tells) console.log(toldOf(tally))
      expect([...tally.keys()].filter((answer) => / 20[01]/.test(answer)).length).toBeGreaterThan(Math.min(10, runs))
    },
    (60 + runs * steps) * SECOND,
  )
})
