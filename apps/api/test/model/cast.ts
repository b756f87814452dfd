import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { granted, withoutReceipt } from '../support/builders.ts'
import { crewIn } from '../support/crew.ts'
import { randomOf } from '../support/random.ts'
import { resourcesIn } from '../support/resources.ts'
import type { World } from '../support/world.ts'
import type { Subject } from './scene.ts'

/** The programs of a history, and the money they ask for. */
export type Cast = { subjects: Subject[]; envelope: Envelope }

type Beginning = 'short' | 'received' | 'decision' | 'design' | 'allocation' | 'implementation' | 'evaluation'
const early: readonly Beginning[] = ['short', 'received', 'decision']
const late: readonly Beginning[] = ['design', 'allocation', 'allocation', 'implementation', 'evaluation']

const envelopes = new WeakMap<World, Promise<Envelope>>()

/** One envelope and one person to book, for all the histories of a world. */
const meansOf = (world: World) => {
  const means = envelopes.get(world) ?? gather(world)
  envelopes.set(world, means)
  return means
}
const gather = async (world: World) => {
  await crewIn(world).add('Ana')
  return resourcesIn(world).envelope('50000000.00', { profile: 'modèle' })
}

/** An invitation that was verified, with its host. */
const invited = async (world: World): Promise<Subject> => {
  const { id, requestId, reference } = await world.aVerifiedProgram('received', { kind: 'invitation' })
  return { id, requestId, host: await world.aPartnerOf(id, 'host', `HOTE-${reference}`) }
}

/** Money granted and committed, and the program put to work; to its evaluation: all that its closing asks, too. */
const carried = async (world: World, envelope: Envelope, to: 'implementation' | 'evaluation'): Promise<Subject> => {
  const program = await world.aProvenProgram('allocation')
  const path = `/programs/${program.id}`
  const [coordinator, analyst] = [await world.as('coordinator'), await world.as('analyst')]
  const { line, submitted, decide } = resourcesIn(world)
  const asked = await submitted([line(envelope, '400.00')], program.id)
  const { id, lines } = await granted(decide(await world.as('executive'), asked))
  const body = { lineId: lines[0]?.id, amount: { amount: '400.00', currency: 'CAD' }, on: '2026-11-23' }
  await granted(coordinator.post(`/allocations/${id}/commitments`, body))
  const move = (stage: string) => granted(coordinator.post(`${path}/transitions`, { to: stage }))
  await move('implementation')
  if (to === 'implementation') return program
  await granted(coordinator.post(`/allocations/${id}/expenses`, { ...body, ...withoutReceipt('expenses') }))
  const [objective] = await world.db.transferObjective.findMany({ where: { programId: program.id } })
  await granted(analyst.post(`/transfer-objectives/${objective?.id}/verification`, { level: 3 }))
  const lesson = {
    theme: 'Rythme',
    observation: 'Le groupe a manqué de temps pour la pratique.',
    cause: 'Le calendrier fut arrêté sans les formatrices.',
    recommendation: 'Prévoir deux séances séparées d’une semaine.',
  }
  await granted(coordinator.post(`${path}/lessons`, lesson))
  await move('closing')
  await move('evaluation')
  return program
}

const begun = (world: World, envelope: Envelope, at: Beginning): Promise<Subject> => {
  if (at === 'short') return invited(world)
  if (at === 'implementation' || at === 'evaluation') return carried(world, envelope, at)
  return world.aProvenProgram(at)
}

/** One program at its beginning and one under way, as far as the seed says, made as the people concerned make them. */
export const castOf = async (world: World, seed: number): Promise<Cast> => {
  const random = randomOf(seed + 7_919)
  const envelope = await meansOf(world)
  const [one, other] = [random.of(early), random.of(late)]
  return { envelope, subjects: await Promise.all([begun(world, envelope, one), begun(world, envelope, other)]) }
}
