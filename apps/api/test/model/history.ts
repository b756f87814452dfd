import type { Reply } from '../support/client.ts'
import { randomOf } from '../support/random.ts'
import { start, type World } from '../support/world.ts'
import * as dossier from './dossier-acts.ts'
import { type Committed, committedBy, faultsOf } from './invariants.ts'
import * as money from './money-acts.ts'
import * as partner from './partner-acts.ts'
import { type Cast, castOf } from './cast.ts'
import { type Act, readAt, type Scene, type Subject } from './scene.ts'

const acts: Readonly<Record<string, Act>> = { ...dossier, ...partner, ...money }

/** What is tried more often than the rest, or a history would go nowhere; and less, or it would stand still. */
const often: Readonly<Record<string, number>> = {
  forward: 8,
  draft: 3,
  analyse: 3,
  decide: 2,
  proposeTerms: 2,
  suspend: 0.6,
  raiseEvent: 0.6,
  object: 0.6,
  end: 0.6,
}
const timesOf = (name: string) => Math.round((often[name] ?? 1) * 5)
const hat = Object.keys(acts).flatMap((name) => Array.from({ length: timesOf(name) }, () => name))

/** What somebody waits for once it was begun. */
const awaited = [
  'verify',
  'analyse',
  'submit',
  'approve',
  'commit',
  'spend',
  'release',
  'agree',
  'opine',
  'answerObjection',
  'decideWaiver',
  'clearEvent',
  'confirmBooking',
  'resume',
]

/** One thing that happens: somebody tries something on one of the programs, or time passes. */
export type Happening = { act: string; on: number; dice: number }

/** A history as its seed tells it. */
export const historyOf = (seed: number, length: number): Happening[] => {
  const random = randomOf(seed)
  return Array.from({ length }, () => ({
    act: random.next() < 0.08 ? 'wait' : random.of(random.next() < 0.5 ? awaited : hat),
    on: random.next() < 0.3 ? 0 : 1,
    dice: random.below(1_000_000),
  }))
}

/** How often each kind of answer was given, by act: what the histories have tried. */
export type Tally = Map<string, number>
const count = ({ tally, done }: Played, act: string, { status, problem }: Reply<unknown>) => {
  const key = `${act} ${status} ${problem ?? ''}`.trim()
  done.push(key)
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

/** The step after which something was wrong, what it was, and what had been done by then. */
export type Failure = { at: number; faults: string[]; done: string[] }

/** What is done: the act that was thought of or, where there is nothing to do it to, mostly what somebody waits for. */
const attempt = async (act: string, scene: Scene, played: Played) => {
  for (let name = act, again = 0; again < 8; again += 1) {
    const reply = await (acts[name]?.(scene) ?? null)
    if (reply !== null) {
      count(played, name, reply)
      return reply
    }
    name = scene.dice.of(scene.dice.next() < 0.8 ? awaited : hat)
  }
  return null
}

/** One step: gives what is wrong after it. After an act its program is looked at; after some days, all are. */
const step = async (cast: Cast, played: Played, { act, on, dice: thrown }: Happening) => {
  const { world } = played
  const dice = randomOf(thrown + 1)
  const subject = cast.subjects[on]
  if (subject === undefined) throw new Error('A history is about its programs')
  if (act === 'wait') {
    played.now = new Date(played.now.getTime() + (1 + dice.below(35)) * 86_400_000)
    await world.passTime(played.now)
    played.done.push(`it is ${played.now.toISOString().slice(0, 10)}`)
    return look(played, cast.subjects)
  }
  played.now = new Date(played.now.getTime() + 60_000)
  await world.passTime(played.now)
  const reply = await attempt(act, { world, subject, envelope: cast.envelope, now: played.now, dice }, played)
  const broken = reply !== null && reply.status >= 500 ? [`${act} was answered ${reply.status}`] : []
  return [...broken, ...(await look(played, [subject]))]
}

type Played = { world: World; now: Date; tally: Tally; done: string[]; committed: Map<string, Committed> }

const look = async ({ world, now, committed }: Played, subjects: readonly Subject[]) => {
  const tx = readAt(world, now)
  const faults: string[] = []
  for (const { id } of subjects) {
    const after = await committedBy(tx, id)
    faults.push(...(await faultsOf(tx, id, committed.get(id) ?? after, after)))
    committed.set(id, after)
  }
  return faults
}

/** Plays a history on new programs; gives the first step after which something is wrong, and what. */
export const play = async (world: World, seed: number, history: readonly Happening[], tally: Tally = new Map()) => {
  await world.passTime(start)
  const cast = await castOf(world, seed)
  const played: Played = { world, now: start, tally, done: [], committed: new Map() }
  await look(played, cast.subjects)
  for (const [at, happening] of history.entries()) {
    const faults = await step(cast, played, happening)
    if (at === history.length - 1) faults.push(...(await look(played, cast.subjects)))
    if (faults.length > 0) return { at, faults: [...new Set(faults)], done: played.done } satisfies Failure
  }
  return null
}

/** The shortest history found that still goes wrong: without whatever part of it can be left out. */
export const shrink = async (world: World, seed: number, history: readonly Happening[], patience = 60) => {
  let shortest = [...history]
  let left = patience
  for (let size = Math.ceil(shortest.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < shortest.length - 1 && left > 0; left -= 1) {
      const without = shortest.toSpliced(from, Math.min(size, shortest.length - 1 - from))
      const failure = await play(world, seed, without)
      if (failure === null) from += size
      else shortest = without.slice(0, failure.at + 1)
    }
  }
  return shortest
}
