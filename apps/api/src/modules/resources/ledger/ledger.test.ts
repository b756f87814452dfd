import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read } = resourcesIn(world)

let profiles = 0
const anEnvelope = (ceiling: string) => envelope(ceiling, { profile: `essai-${(profiles += 1)}` })
const manager = () => world.someone('gestion', ['manager'], { limitMoney: '25000', limitDays: '20' })

describe('Asking for resources', () => {
  it('names the field of a wrong amount, unit, date or envelope', async () => {
    const money = await anEnvelope('100.00')
    const days = await envelope('40', { unit: 'staffDay', profile: 'jours' })
    const coordinator = await world.as('coordinator')
    const ask = (bad: object) =>
      coordinator.post('/allocations', {
        programId: null,
        justification: 'Essai',
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
      justification: 'Tôt',
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
      justification: 'Une fois',
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
    expect(await coordinator.post('/allocations', { ...body, justification: 'Autre' }, key)).toMatchObject({
      status: 422,
      problem: 'idempotency-key-reused',
    })
  })
})

describe('The ledger', () => {
  it('moves an amount from reserved to committed to spent, releases the rest, and agrees with the envelope', async () => {
    const money = await anEnvelope('1000.00')
    const asked = await submitted([line(money, '400.00')])
    await granted(decide(await manager(), asked))
    const coordinator = await world.as('coordinator')
    const lineId = asked.lines[0]?.id
    const post = (verb: string, amount: string) =>
      coordinator.post<LedgerEntry>(`/allocations/${asked.id}/${verb}`, {
        lineId,
        amount: { amount, currency: 'CAD' },
        on: '2026-11-20',
        ...withoutReceipt(verb),
      })
    expect(await post('expenses', '1.00')).toMatchObject({ status: 409, problem: 'ceiling-exceeded' })
    await granted(post('commitments', '300.00'))
    await granted(post('expenses', '250.00'))
    expect(await read(money)).toMatchObject({
      reserved: '100.00',
      committed: '50.00',
      spent: '250.00',
      available: '600.00',
    })
    await granted(post('releases', '150.00'))
    expect(await read(money)).toMatchObject({
      reserved: '0.00',
      committed: '0.00',
      spent: '250.00',
      available: '750.00',
    })
    const { body } = await coordinator.get<{ items: LedgerEntry[] }>(`/ledger?envelopeId=${money.id}`)
    expect(body.items.map((entry) => `${entry.kind} ${entry.amount} ${entry.releasedFrom ?? ''}`.trim())).toEqual([
      'reservation 400.00',
      'commitment 300.00',
      'expense 250.00',
      'release 100.00 reserved',
      'release 50.00 committed',
    ])
  })

  it('takes no date in the future or outside the fiscal year', async () => {
    const asked = await submitted([line(await anEnvelope('100.00'), '10.00')])
    await granted(decide(await manager(), asked))
    const coordinator = await world.as('coordinator')
    for (const on of ['2026-11-24', '2026-03-31']) {
      const body = { lineId: asked.lines[0]?.id, amount: { amount: '1.00', currency: 'CAD' }, on }
      expect(await coordinator.post(`/allocations/${asked.id}/commitments`, body)).toMatchObject({
        status: 400,
        pointers: ['/on'],
      })
    }
  })
})

describe('The approval inbox', () => {
  it('shows each line’s envelope before and after, and which pending lines would then no longer fit', async () => {
    const money = await anEnvelope('1000.00')
    const first = await submitted([line(money, '700.00')])
    const second = await submitted([line(money, '400.00')])
    const { body } = await (await manager()).get<{ items: InboxItem[] }>('/approvals')
    const item = body.items.find((found) => found.allocation.id === first.id)
    expect(item).toMatchObject({
      withinLimit: true,
      lines: [
        {
          before: { available: '1000.00' },
          after: { reserved: '700.00', available: '300.00' },
          fits: true,
          wouldNoLongerFit: [{ allocationId: second.id, asked: '400.00' }],
        },
      ],
    })
  })
})
