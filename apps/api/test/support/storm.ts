import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { newId } from '../../src/platform/database/ids.ts'
import { randomOf } from './random.ts'
import { resourcesIn } from './resources.ts'
import type { Person } from './client.ts'
import type { World } from './world.ts'

type Cast = { coordinator: Person; approvers: Person[] }
type Size = { approvals: number; clients: number }
export type Storm = { statuses: Map<string, number>; snapshots: number; overCeiling: number; drifted: number }

/** Envelopes in money and in days, and as many submitted requests, each drawing on two of them. */
const prepare = async (world: World, seed: number, { approvals }: Size, { coordinator }: Cast) => {
  const random = randomOf(seed)
  const { envelope } = resourcesIn(world)
  const envelopes: Envelope[] = []
  for (const [index, unit] of ['CAD', 'CAD', 'staffDay', 'staffDay'].entries()) {
    const ceiling = unit === 'CAD' ? String(approvals * 150) : String(approvals)
    envelopes.push(await envelope(ceiling, { unit, profile: `tempête ${seed}-${index}` }))
  }
  const ids = Array.from({ length: approvals }, () => newId())
  const lines = ids.flatMap((allocationId) => {
    const drawn = [random.of(envelopes.slice(0, 2)), random.of(envelopes.slice(2))]
    const pair = random.next() < 0.5 ? drawn : drawn.toReversed()
    return pair.map(({ id: envelopeId, unit }, position) => {
      const asked = unit === 'CAD' ? `${1 + random.below(800)}.${10 + random.below(90)}` : `${1 + random.below(5)}.5`
      return { id: newId(), allocationId, envelopeId, position, description: `Ligne ${position}`, asked }
    })
  })
  const asking = {
    requestedById: coordinator.id,
    editorIds: [coordinator.id],
    justification: 'Tempête de demandes au même moment',
  }
  const days = { neededOn: new Date('2026-12-01'), createdAt: new Date(), submittedAt: new Date() }
  await world.db.allocation.createMany({ data: ids.map((id) => ({ id, state: 'submitted', ...asking, ...days })) })
  await world.db.allocationLine.createMany({ data: lines })
  await world.db.approvalStep.createMany({
    data: ids.map((allocationId) => ({
      id: newId(),
      allocationId,
      position: 0,
      rule: 'withinLimit',
      role: 'executive',
      state: 'pending',
    })),
  })
  return { envelopes, ids, random }
}

/** What one client does with one request: mostly approves it; or takes it back, edits it and asks again; or gives part back. */
const actOn = async (
  id: string,
  world: World,
  { coordinator, approvers }: Cast,
  random: ReturnType<typeof randomOf>,
) => {
  const { decide } = resourcesIn(world)
  const chance = random.next()
  const { body: shown } = await coordinator.get<Allocation>(`/allocations/${id}`)
  if (chance < 0.12) return [await coordinator.post(`/allocations/${id}/withdrawal`)]
  if (chance < 0.24) {
    const withdrawn = await coordinator.post(`/allocations/${id}/withdrawal`)
    const edited = await coordinator.patch(
      `/allocations/${id}`,
      { justification: 'Précisée après la question posée' },
      shown.version + 1,
    )
    return [withdrawn, edited, await coordinator.post(`/allocations/${id}/submission`)]
  }
  const approved = await decide(random.of(approvers), shown)
  const [first] = shown.lines
  if (approved.status !== 200 || chance < 0.8 || first === undefined) return [approved]
  const quantity = first.unit === 'CAD' ? { amount: { amount: '1.00', currency: 'CAD' } } : { days: '1.0' }
  const body = { lineId: first.id, on: '2026-11-23', ...quantity }
  return [approved, await coordinator.post(`/allocations/${id}/releases`, body)]
}

/** Looks at every envelope and every sum in one snapshot after another until the storm is over. */
const watch = async (world: World, isOver: () => boolean) => {
  const seen = { snapshots: 0, overCeiling: 0, drifted: 0 }
  while (!isOver()) {
    const [found] = await world.db.$queryRaw<{ over: bigint; drifted: bigint }[]>`
      SELECT (SELECT count(*) FROM envelopes WHERE reserved + committed + spent > ceiling
                OR (SELECT sum(x.reserved + x.committed + x.spent) FROM ledger_effects x WHERE x.envelope_id = envelopes.id) > ceiling) AS over,
        (SELECT count(*) FROM ledger_drift) AS drifted`
    seen.snapshots += 1
    seen.overCeiling += Number(found?.over)
    seen.drifted += Number(found?.drifted)
  }
  return seen
}

/** Many clients at once approve, take back, edit and release, each request once; somebody watches all the while. */
export const storm = async (world: World, seed: number, size: Size): Promise<Storm> => {
  const cast = {
    coordinator: await world.as('coordinator'),
    approvers: [await world.as('executive'), await world.as('executive2'), await world.as('executive3')],
  }
  const { ids, random } = await prepare(world, seed, size, cast)
  const waiting = [...ids]
  const statuses = new Map<string, number>()
  let isOver = false
  const client = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const { status, problem } of await actOn(id, world, cast, random)) {
        const outcome = `${status} ${problem ?? ''}`.trim()
        statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1)
      }
    }
  }
  const watching = watch(world, () => isOver)
  await Promise.all(Array.from({ length: size.clients }, client))
  isOver = true
  return { statuses, ...(await watching) }
}
