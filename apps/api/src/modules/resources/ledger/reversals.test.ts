import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read, drift, fundableProgram } = resourcesIn(world)

let profiles = 0
const anEnvelope = (amount: string) => envelope(amount, { profile: `contrepassation-${(profiles += 1)}` })

describe('A reversal', () => {
  it('undoes an entry once: what was spent is committed again', async () => {
    const money = await anEnvelope('1000.00')
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const asked = await submitted([line(money, '400.00')])
    await granted(decide(executive, asked))
    const post = (verb: string, amount: string) =>
      granted(
        coordinator.post<LedgerEntry>(`/allocations/${asked.id}/${verb}`, {
          lineId: asked.lines[0]?.id,
          amount: { amount, currency: 'CAD' },
          on: '2026-11-20',
          ...withoutReceipt(verb),
        }),
      )
    const reverse = (entry: { id: string }) =>
      coordinator.post<LedgerEntry>(`/ledger/${entry.id}/reversal`, { reason: 'Saisi deux fois par deux personnes' })
    const committed = await post('commitments', '300.00')
    const spent = await post('expenses', '250.00')
    expect(await reverse(committed)).toMatchObject({ status: 409, problem: 'ceiling-exceeded' })
    const undone = await granted(reverse(spent))
    expect(undone).toMatchObject({ kind: 'reversal', reverses: { id: spent.id, kind: 'expense' }, amount: '250.00' })
    expect(await reverse(spent)).toMatchObject({ status: 409, problem: 'already-decided' })
    expect(await reverse(undone)).toMatchObject({ status: 409, problem: 'wrong-state' })
    await granted(reverse(committed))
    expect(await read(money)).toMatchObject({ reserved: '400.00', committed: '0.00', spent: '0.00' })
    const released = await post('releases', '400.00')
    await granted(decide(executive, await submitted([line(money, '700.00')])))
    expect(await reverse(released)).toMatchObject({ status: 409, problem: 'ceiling-exceeded' })
    expect(await drift()).toEqual([])
  })
  it('takes nothing again for a program that has ended, and commits nothing more', async () => {
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const program = await fundableProgram()
    const asked = await submitted([line(await anEnvelope('1000.00'), '400.00')], program.id)
    await granted(decide(executive, asked))
    const post = (verb: string, amount: string) =>
      coordinator.post<LedgerEntry>(`/allocations/${asked.id}/${verb}`, {
        lineId: asked.lines[0]?.id,
        amount: { amount, currency: 'CAD' },
        on: '2026-11-20',
        ...withoutReceipt(verb),
      })
    const reverse = ({ id }: LedgerEntry) =>
      coordinator.post<LedgerEntry>(`/ledger/${id}/reversal`, { reason: 'Saisi deux fois par deux personnes' })
    await granted(post('commitments', '200.00'))
    const spent = await granted(post('expenses', '150.00'))
    const released = await granted(post('releases', '100.00'))
    const offeredFor = async ({ id }: LedgerEntry) => {
      const { items } = await granted(coordinator.get<{ items: LedgerEntry[] }>(`/ledger?allocationId=${asked.id}`))
      return items.find((entry) => entry.id === id)?.can
    }
    expect(await offeredFor(released)).toEqual(['reverse'])
    await world.inStage(program.id, 'cancelled')
    expect([await offeredFor(released), await offeredFor(spent)]).toEqual([[], ['reverse']])
    expect(await reverse(released)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await post('commitments', '100.00')).toMatchObject({ status: 409, problem: 'wrong-state' })
    await granted(reverse(spent))
    const last = await granted(post('expenses', '200.00'))
    await granted(post('releases', '100.00'))
    await world.inStage(program.id, 'closed')
    expect(await offeredFor(last)).toEqual([])
    expect(await reverse(last)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await post('expenses', '1.00')).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await drift()).toEqual([])
  })
})
