import { describe, expect, it } from 'vitest'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line } = resourcesIn(world)

let profiles = 0
const anEnvelope = (ceiling: string) => envelope(ceiling, { profile: `essai-${(profiles += 1)}` })

describe('Asking for resources', () => {
  it('names the field of a wrong amount, unit, date or envelope', async () => {
    const money = await anEnvelope('100.00')
    const days = await envelope('40', { unit: 'staffDay', profile: 'jours' })
    const coordinator = await world.as('coordinator')
    const ask = (bad: object) =>
      coordinator.post('/allocations', {
        programId: null,
        justification: 'Essai de la demande de ressources',
        neededOn: '2026-12-01',
        lines: [{ ...line(money, '1.00'), ...bad }],
      })
    expect((await ask({ amount: { amount: '-1.00', currency: 'CAD' } })).pointers).toEqual(['/lines/0/amount/amount'])
    expect((await ask({ amount: { amount: '0.00', currency: 'CAD' } })).pointers).toEqual(['/lines/0/amount/amount'])
    expect((await ask({ amount: { amount: '1.001', currency: 'CAD' } })).pointers).toEqual(['/lines/0/amount/amount'])
    expect((await ask({ amount: { amount: '1.00', currency: 'XXZ' } })).pointers).toEqual(['/lines/0/amount/currency'])
    expect((await ask({ amount: { amount: '1.00', currency: 'EUR' } })).pointers).toEqual(['/lines/0/amount/currency'])
    expect((await ask({ days: '1' })).pointers).toEqual(['/lines/0/amount'])
    expect((await ask({ envelopeId: days.id })).pointers).toEqual(['/lines/0/amount'])
    expect((await ask({ from: '2026-03-31', to: '2026-04-30' })).pointers).toEqual(['/lines/0/from'])
    expect((await ask({ envelopeId: '019aabbb-0000-7000-8000-000000000000' })).pointers).toEqual([
      '/lines/0/envelopeId',
    ])
  })

  it('begins at the design of the program', async () => {
    const program = await world.aVerifiedProgram('decision')
    const body = {
      programId: program.id,
      justification: 'Demandé tôt pour réserver les billets',
      neededOn: '2026-12-01',
      lines: [line(await anEnvelope('100.00'), '1.00')],
    }
    expect(await (await world.as('coordinator')).post('/allocations', body)).toMatchObject({
      status: 409,
      problem: 'wrong-state',
    })
  })

  it('needs a key, and the same key asks once', async () => {
    const coordinator = await world.as('coordinator')
    const body = {
      programId: null,
      justification: 'Une seule fois pour toute la mission',
      neededOn: '2026-12-01',
      lines: [line(await anEnvelope('100.00'), '1.00')],
    }
    expect(await coordinator.send({ method: 'POST', url: '/allocations', payload: body })).toMatchObject({
      status: 400,
      problem: 'idempotency-key-required',
    })
    const key = { 'idempotency-key': 'une-intention' }
    const first = await coordinator.post('/allocations', body, key)
    const second = await coordinator.post('/allocations', body, key)
    expect(second).toMatchObject({
      status: 201,
      body: { id: first.body.id },
      headers: { 'idempotent-replayed': 'true' },
    })
    expect(
      await coordinator.post('/allocations', { ...body, justification: 'Une autre demande que la première' }, key),
    ).toMatchObject({
      status: 422,
      problem: 'idempotency-key-reused',
    })
  })
})
