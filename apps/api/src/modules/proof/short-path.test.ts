import type { GateResult } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { resourcesIn } from '../../../test/support/resources.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide } = resourcesIn(world)

const seen = async (id: string) => granted((await world.as('coordinator')).get<Program>(`/programs/${id}`))
const planned = async (id: string, fields: object) => {
  const { version } = await seen(id)
  return granted((await world.as('coordinator')).patch<Program>(`/programs/${id}`, fields, version))
}
/** An invitation that was accepted and stands at its allocation. */
const invited = async () => {
  const program = await world.aVerifiedProgram('received', { kind: 'invitation' })
  await world.inStage(program.id, 'decision')
  const acceptance = { outcome: 'accept', reason: 'Utile et possible, dans le mandat.' }
  await granted((await world.as('executive')).post(`/programs/${program.id}/decisions`, acceptance))
  await world.anAuthorization()
  await granted((await world.as('coordinator')).post(`/programs/${program.id}/transitions`, { to: 'allocation' }))
  return program
}

describe('The short path', () => {
  it('holds up to its limits, of money and of days', async () => {
    const { id } = await invited()
    const within = { plannedMoney: { amount: '25000.00', currency: 'CAD' }, plannedDays: '60' }
    expect(await planned(id, within)).toMatchObject({ path: 'short', toPutRight: [] })
  })

  it.each([
    ['money', { plannedMoney: { amount: '25000.01', currency: 'CAD' } }],
    ['days', { plannedDays: '60.5' }],
  ])('is left for good once more %s is planned: what lacks is told', async (_, more) => {
    const { id } = await invited()
    await planned(id, more)
    const gone = await seen(id)
    expect(gone.path).toBe('standard')
    expect(gone.toPutRight.map(({ gateId }) => gateId)).toEqual(expect.arrayContaining(['P2-G1', 'P2-G2', 'P4-G1']))
    const back = await planned(id, { plannedMoney: { amount: '0.00', currency: 'CAD' }, plannedDays: '0' })
    expect(back.path).toBe('standard')
  })

  it('is left once more is asked in all: nothing is approved before the rest', async () => {
    const { id } = await invited()
    const money = await envelope('90000.00', { profile: 'court' })
    const executive = await world.as('executive')
    const first = await submitted([line(money, '20000.00')], id)
    await draft([line(money, '5000.00')], id)
    expect((await seen(id)).path).toBe('short')
    await draft([line(money, '0.01')], id)
    expect((await seen(id)).path).toBe('standard')
    expect(await decide(executive, first)).toMatchObject({ status: 409, problem: 'gate-failed' })
  })

  it('asks of an approval the request, the objections and the authorization', async () => {
    const { id, requestId } = await invited()
    const money = await envelope('1000.00', { profile: 'invitation' })
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const asked = await submitted([line(money, '100.00')], id)
    const host = await world.aPartnerOf(id, 'host', 'HOTE-COURT')
    const objection = await granted(host.post(`/programs/${id}/objections`, { content: 'Pas pendant notre scrutin.' }))
    const { version } = await granted(coordinator.get(`/requests/${requestId}`))
    await granted(coordinator.patch(`/requests/${requestId}`, { object: 'Une visite, dite autrement.' }, version))
    world.setTime('2027-04-01T15:00:00Z')
    const refused = await executive.post<{ gates: GateResult[] }>(`/allocations/${asked.id}/decisions`, {
      stepId: asked.steps.at(-1)?.id,
      outcome: 'approved',
    })
    world.setTime('2026-11-23T15:00:00Z')
    expect(refused.status).toBe(409)
    await granted(
      coordinator.post(`/objections/${objection.id}/answer`, { answer: 'La visite est reportée au mois suivant.' }),
    )
    const again = await decide(executive, asked)
    expect(again).toMatchObject({
      status: 409,
      problem: 'gate-failed',
      body: { gates: [{ id: 'P1-G3' }, { id: 'P1-G1' }] },
    })
  })
})
