import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { YearEnd } from '@entente/shared/resources/envelopes/year-end-contract'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide, drift, sign, readOn } = resourcesIn(world)
const nextYear = '2027-04-01T15:00:00Z'
type Id = { id: string }
let money: Id
let nextMoney: Id
let days: Id
let orphan: Id

beforeAll(async () => {
  money = await envelope('1000.00', { profile: 'fin' })
  nextMoney = await envelope('500.00', { profile: 'fin', fiscalYear: 2027 })
  days = await envelope('40', { profile: 'fin', unit: 'staffDay' })
  await envelope('10', { profile: 'fin', unit: 'staffDay', fiscalYear: 2027 })
  orphan = await envelope('70.00', { profile: 'sans suite' })
  await granted(decide(await world.as('executive'), await submitted([line(money, '400.00')])))
}, 60_000)
afterEach(() => world.setTime(start.toISOString()))

const preview = async (query = '') => granted((await world.as('auditor')).get<YearEnd>(`/year-end${query}`))
const carry = (from: Id, amount: string) => ({ fromEnvelopeId: from.id, amount })
const propose = async (...carryOvers: object[]) =>
  (await world.as('manager')).post<{ items: CeilingChange[] }>('/year-end', {
    reason: 'Report des soldes en fin d’exercice',
    carryOvers,
  })
const itemOf = async (of: Id) => (await preview('?fiscalYear=2026')).items.find(({ envelope: { id } }) => id === of.id)

describe('The end of a fiscal year', () => {
  it('shows what is left of each envelope, what stays, and what would go where', async () => {
    world.setTime(nextYear)
    const { fiscalYear, hasEnded, can } = await preview()
    expect([fiscalYear, hasEnded, can]).toEqual([2026, true, []])
    expect(await itemOf(money)).toMatchObject({
      reserved: '400.00',
      proposed: '0.00',
      left: '600.00',
      to: { id: nextMoney.id, fiscalYear: 2027 },
    })
    expect(await itemOf(orphan)).toMatchObject({ left: '70.00', to: null })
  })

  it('has not come before 1 April', async () => {
    expect(await preview('?fiscalYear=2026')).toMatchObject({ hasEnded: false })
    world.setTime('2027-04-01T03:00:00Z')
    expect(await propose(carry(money, '1.00'))).toMatchObject({
      status: 400,
      pointers: ['/carryOvers/0/fromEnvelopeId'],
    })
  })

  it('takes no request that was drafted before it ended', async () => {
    const { id } = await draft([line(await envelope('100.00', { profile: 'brouillon' }), '40.00')])
    world.setTime(nextYear)
    const sent = (await world.as('coordinator')).post(`/allocations/${id}/submission`)
    expect(await sent).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('takes nothing again that was released of it', async () => {
    const asked = await submitted([line(await envelope('100.00', { profile: 'libéré' }), '40.00')])
    await granted(decide(await world.as('executive'), asked))
    const body = { lineId: asked.lines[0]?.id, amount: { amount: '40.00', currency: 'CAD' }, on: '2026-11-20' }
    const release = (await world.as('coordinator')).post<Id>(`/allocations/${asked.id}/releases`, body)
    const { id } = await granted(release)
    world.setTime(nextYear)
    const again = (await world.as('coordinator')).post(`/ledger/${id}/reversal`, {
      reason: 'Trop tôt pour reporter ces soldes',
    })
    expect(await again).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('proposes all or nothing: one carry-over that cannot be leaves none', async () => {
    world.setTime(nextYear)
    expect(await propose(carry(money, '1.00'), carry(days, '40.1'))).toMatchObject({
      pointers: ['/carryOvers/1/amount'],
    })
    expect(await propose(carry(money, '1.00'), carry(orphan, '1.00'))).toMatchObject({
      pointers: ['/carryOvers/1/fromEnvelopeId'],
    })
    expect(await propose(carry(money, '1.00'), carry(money, '1.00'))).toMatchObject({ status: 400 })
    expect(await propose(carry(money, '0.00'))).toMatchObject({ pointers: ['/carryOvers/0/amount'] })
    expect((await preview()).changes).toEqual([])
  })

  it('moves each carry-over once a second person confirms it, and back likewise', async () => {
    world.setTime(nextYear)
    const { items } = await granted(propose(carry(money, '600.00'), carry(days, '12.5')))
    expect(items.map(({ kind, state }) => [kind, state])).toEqual([
      ['carryOver', 'proposed'],
      ['carryOver', 'proposed'],
    ])
    expect(await itemOf(money)).toMatchObject({ proposed: '600.00', left: '0.00' })
    expect(await propose(carry(money, '0.01'))).toMatchObject({ pointers: ['/carryOvers/0/amount'] })
    const [ofMoney] = items
    if (ofMoney === undefined) throw new Error('No proposal')
    expect(await sign(await world.as('manager'), ofMoney)).toMatchObject({ problem: 'separation-of-duties' })
    const executive = await world.as('executive')
    await granted(sign(executive, ofMoney))
    expect(await readOn(nextMoney, '2027-04-01')).toMatchObject({ ceiling: '1100.00' })
    expect(await itemOf(money)).toMatchObject({ ceiling: '400.00', left: '0.00' })
    const back = await granted(
      (await world.as('manager')).post<CeilingChange>(`/ceiling-changes/${ofMoney.id}/reversal`, {
        reason: 'Erreur de saisie relevée à la relecture',
      }),
    )
    const changesOf = async () => (await preview('?fiscalYear=2026')).changes
    const original = async () => (await changesOf()).find(({ id }) => id === ofMoney.id)
    const waiting = {
      state: 'confirmed',
      takenBack: { state: 'proposed', by: { name: (await world.as('manager')).name } },
    }
    expect(await original()).toMatchObject(waiting)
    const asked = (await granted(executive.get<YearEnd>('/year-end?fiscalYear=2026'))).changes
    expect(asked[0]).toMatchObject({ id: back.id, reversesId: ofMoney.id, state: 'proposed', can: ['decide'] })
    await granted(sign(executive, back))
    expect(await original()).toMatchObject({ takenBack: { state: 'confirmed', by: { name: executive.name } }, can: [] })
    expect(await itemOf(money)).toMatchObject({ ceiling: '1000.00', left: '600.00' })
    expect(await drift()).toEqual([])
  })
})
