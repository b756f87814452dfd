import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read, transfer, sign, drift } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

let profiles = 0
const anEnvelope = (amount: string, fields: object = {}) =>
  envelope(amount, { profile: `virement-${(profiles += 1)}`, ...fields })
const entriesOf = async (of: { id: string }) => {
  const auditor = await world.as('auditor')
  return (await granted(auditor.get<{ items: LedgerEntry[] }>(`/ledger?envelopeId=${of.id}`))).items
}

describe('A transfer', () => {
  it('moves part of one envelope to another once a second person confirms it', async () => {
    const [left, right] = [await anEnvelope('1000.00'), await anEnvelope('200.00')]
    const manager = await world.as('manager')
    const proposed = await granted(transfer(manager, left, right, '300.00'))
    expect(await read(left)).toMatchObject({ ceiling: '1000.00' })
    expect(await sign(manager, proposed)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    await granted(sign(await world.as('executive'), proposed))
    expect(await read(left)).toMatchObject({ ceiling: '700.00', available: '700.00' })
    expect(await read(right)).toMatchObject({ ceiling: '500.00', available: '500.00' })
    expect(await entriesOf(left)).toMatchObject([{ kind: 'transfer', direction: 'out', amount: '300.00' }])
    expect(await entriesOf(right)).toMatchObject([{ kind: 'transfer', direction: 'in', amount: '300.00' }])
  })

  it('gives no more than the envelope can, when proposed or when confirmed', async () => {
    const [left, right] = [await anEnvelope('1000.00'), await anEnvelope('200.00')]
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    expect(await transfer(manager, left, right, '1000.01')).toMatchObject({ problem: 'ceiling-exceeded' })
    const proposed = await granted(transfer(manager, left, right, '800.00'))
    await granted(decide(executive, await submitted([line(left, '300.00')])))
    expect(await sign(executive, proposed)).toMatchObject({
      problem: 'ceiling-exceeded',
      body: { available: '700.00' },
    })
    expect(await read(right)).toMatchObject({ ceiling: '200.00' })
    expect(await entriesOf(right)).toEqual([])
  })

  it('stays within one open fiscal year and one unit, and is of something', async () => {
    const money = await anEnvelope('1000.00')
    const manager = await world.as('manager')
    const days = await anEnvelope('40', { unit: 'staffDay' })
    world.setTime('2026-03-02T15:00:00Z')
    const past = await anEnvelope('40', { fiscalYear: 2025 })
    world.setTime(start.toISOString())
    const next = await anEnvelope('40', { fiscalYear: 2027 })
    for (const [from, to] of [
      [money, money],
      [days, money],
      [money, past],
      [past, money],
      [money, next],
      [{ id: money.id.replace(/.$/, '0') }, next],
    ] as const) {
      expect(await transfer(manager, from, to, '1.00')).toMatchObject({ status: 400, pointers: ['/fromEnvelopeId'] })
    }
    const other = await anEnvelope('10.00')
    expect(await transfer(manager, money, other, '0.00')).toMatchObject({ pointers: ['/amount'] })
    expect(await transfer(manager, money, other, '-1.00')).toMatchObject({ pointers: ['/amount'] })
  })

  it('is taken back once, by two people, and leaves every entry where it was', async () => {
    const [left, right] = [await anEnvelope('1000.00'), await anEnvelope('200.00')]
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    const made = await granted(sign(executive, await granted(transfer(manager, left, right, '300.00'))))
    const takeBack = () =>
      manager.post<{ id: string }>(`/ceiling-changes/${made.id}/reversal`, {
        reason: 'Erreur de saisie relevée à la relecture',
      })
    const asked = await granted(takeBack())
    expect(await takeBack()).toMatchObject({ status: 409, problem: 'already-decided' })
    await granted(sign(executive, asked))
    expect(await takeBack()).toMatchObject({ status: 409, problem: 'already-decided' })
    expect(await read(left)).toMatchObject({ ceiling: '1000.00' })
    expect(await read(right)).toMatchObject({ ceiling: '200.00' })
    expect((await entriesOf(left)).map(({ kind }) => kind)).toEqual(['transfer', 'reversal'])
    expect(await drift()).toEqual([])
  })
})

describe('A carry-over', () => {
  it('brings what is left of a year to the next, and can be taken back', async () => {
    const profile = 'report'
    const ending = await envelope('1000.00', { profile, fiscalYear: 2026 })
    const next = await envelope('500.00', { profile, fiscalYear: 2027 })
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    expect(await transfer(manager, ending, next, '250.00')).toMatchObject({ pointers: ['/fromEnvelopeId'] })
    world.setTime('2027-04-01T15:00:00Z')
    const made = await granted(sign(executive, await granted(transfer(manager, ending, next, '250.00'))))
    expect(made).toMatchObject({ kind: 'carryOver', effectiveOn: '2027-04-01' })
    expect(await read(ending)).toMatchObject({ ceiling: '750.00' })
    const asked = await granted(
      manager.post<{ id: string }>(`/ceiling-changes/${made.id}/reversal`, {
        reason: 'Erreur de saisie relevée à la relecture',
      }),
    )
    await granted(sign(executive, asked))
    expect(await read(ending)).toMatchObject({ ceiling: '1000.00' })
  })
})
