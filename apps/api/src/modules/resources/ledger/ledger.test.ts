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

describe('The ledger', () => {
  it('moves an amount from reserved to committed to spent, and releases the rest', async () => {
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
