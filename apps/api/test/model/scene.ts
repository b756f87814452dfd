import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import type { Tx } from '../../src/platform/database/client.ts'
import { dayOf } from '../../src/platform/database/clock.ts'
import type { Person, Persona, Reply } from '../support/client.ts'
import type { randomOf } from '../support/random.ts'
import type { World } from '../support/world.ts'

/** A program of a history, and who speaks for its host. */
export type Subject = { id: string; requestId: string; host: Person }

/** Where an act takes place: the program it is done to, the moment, and the dice that choose the rest. */
export type Scene = {
  world: World
  subject: Subject
  envelope: Envelope
  now: Date
  dice: ReturnType<typeof randomOf>
}

/** One thing somebody tries; null where there is nothing to do it to. What the rules say of it, they answer. */
export type Act = (scene: Scene) => Promise<Reply<unknown> | null>

const everyone: readonly Persona[] = ['coordinator', 'coordinator2', 'analyst', 'analyst2', 'manager', 'executive']

/** Mostly someone whose work it is, at times anyone. */
export const someone = ({ world, dice }: Scene, ...likely: readonly Persona[]) =>
  world.as(dice.next() < 0.9 ? dice.of(likely) : dice.of(everyone))

/** The host itself, or a coordinator who records it for the host. */
export const hostOr = async (scene: Scene, likely: Persona): Promise<Person> =>
  scene.dice.next() < 0.7 ? scene.subject.host : someone(scene, likely)

export const today = ({ now }: Scene) => dayOf(now)

/** A day so many days from now. */
export const inDays = ({ now }: Scene, days: number) => dayOf(new Date(now.getTime() + days * 86_400_000))

/** The database as a reader finds it at a moment of the history. */
export const readAt = (world: World, now: Date): Tx => ({ db: world.db, now, today: dayOf(now) })

/** One of some records, if there is any. */
export const oneOf = <T>({ dice }: Scene, rows: readonly T[]) => (rows.length === 0 ? null : dice.of(rows))
