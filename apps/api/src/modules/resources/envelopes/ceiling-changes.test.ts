import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, opened, proposedFor, line, submitted, decide, read, readOn, ceiling, sign } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

let profiles = 0
const anEnvelope = (amount: string) => envelope(amount, { profile: `plafond-${(profiles += 1)}` })
const spend = async (of: { id: string }, amount: string) =>
  granted(decide(await world.as('executive'), await submitted([line(of, amount)])))

describe('An envelope', () => {
  it('gives nothing before a second person confirms the ceiling it was opened with', async () => {
    const money = await opened('1000.00', {
      profile: `plafond-${(profiles += 1)}`,
      reason: 'Budget voté pour le nouvel exercice',
    })
    const executive = await world.as('executive')
    expect(await read(money)).toMatchObject({ ceiling: '0.00', available: '0.00' })
    const [first] = await proposedFor(money)
    expect(first).toMatchObject({
      kind: 'opening',
      delta: '1000.00',
      reason: 'Budget voté pour le nouvel exercice',
      effectiveOn: null,
    })
    const asked = await submitted([line(money, '10.00')])
    expect(await decide(executive, asked)).toMatchObject({ status: 409, problem: 'ceiling-exceeded' })
    const change = { id: first?.id ?? '' }
    expect(await sign(executive, change)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    world.setTime('2026-11-25T15:00:00Z')
    const confirmed = await granted(sign(await world.as('manager'), change))
    expect(confirmed).toMatchObject({ state: 'confirmed', effectiveOn: '2026-11-25', can: [] })
    expect(await read(money)).toMatchObject({ ceiling: '1000.00', available: '1000.00' })
    expect(await readOn(money, '2026-11-24')).toMatchObject({ ceiling: '0.00' })
    expect((await decide(executive, asked)).status).toBe(200)
  })

  it('is of a fiscal year that has not ended', async () => {
    const executive = await world.as('executive')
    const body = { unit: 'CAD', profile: 'après coup', ceiling: '500.00', reason: 'Oubli lors de la première saisie' }
    const refused = { status: 400, pointers: ['/fiscalYear'] }
    for (const fiscalYear of [2025, 2000])
      expect(await executive.post('/envelopes', { ...body, fiscalYear })).toMatchObject(refused)
    await granted(executive.post('/envelopes', { ...body, fiscalYear: 2027 }))
  })

  it('stays empty when the other refuses, or when it was opened with nothing', async () => {
    const money = await opened('1000.00', { profile: `plafond-${(profiles += 1)}` })
    const [first] = await proposedFor(money)
    await granted(
      sign(
        await world.as('manager'),
        { id: first?.id ?? '' },
        { outcome: 'refused', reason: 'Trop pour ce qui reste de l’exercice' },
      ),
    )
    expect(await read(money)).toMatchObject({ ceiling: '0.00' })
    expect(await proposedFor(await opened('0', { profile: `plafond-${(profiles += 1)}` }))).toEqual([])
  })
})

describe('A ceiling', () => {
  it('is moved by two people: one proposes, another confirms', async () => {
    const money = await anEnvelope('1000.00')
    const manager = await world.as('manager')
    const proposed = await granted(ceiling(manager, money, '1500.00'))
    expect(proposed).toMatchObject({ state: 'proposed', delta: '500.00', can: [], decidedBy: null })
    expect(await read(money)).toMatchObject({ ceiling: '1000.00', available: '1000.00' })
    expect(await sign(manager, proposed)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    const executive = await world.as('executive')
    expect(await granted(sign(executive, proposed))).toMatchObject({
      state: 'confirmed',
      proposedBy: { id: manager.id },
      decidedBy: { id: executive.id },
    })
    expect(await read(money)).toMatchObject({ ceiling: '1500.00', available: '1500.00', held: '0.00' })
    expect(await sign(await world.as('executive2'), proposed)).toMatchObject({
      status: 409,
      problem: 'already-decided',
    })
  })

  it('stays as it is when the other refuses, who must say why', async () => {
    const money = await anEnvelope('1000.00')
    const proposed = await granted(ceiling(await world.as('manager'), money, '1500.00'))
    const executive = await world.as('executive')
    expect(await sign(executive, proposed, { outcome: 'refused' })).toMatchObject({
      status: 400,
      pointers: ['/reason'],
    })
    expect(
      await granted(sign(executive, proposed, { outcome: 'refused', reason: 'Pas cette année, le budget est arrêté' })),
    ).toMatchObject({
      state: 'refused',
      decisionReason: 'Pas cette année, le budget est arrêté',
    })
    expect(await read(money)).toMatchObject({ ceiling: '1000.00' })
  })

  it('never changes in the past, after the fiscal year, or to parts of a cent', async () => {
    const money = await anEnvelope('1000.00')
    const manager = await world.as('manager')
    expect(await ceiling(manager, money, '900.00', '2026-11-22')).toMatchObject({ pointers: ['/effectiveOn'] })
    expect(await ceiling(manager, money, '900.00', '2027-04-01')).toMatchObject({ pointers: ['/effectiveOn'] })
    expect(await ceiling(manager, money, '1000.00')).toMatchObject({ pointers: ['/ceiling'] })
    const days = await envelope('40', { unit: 'staffDay', profile: 'plafond' })
    expect(await ceiling(manager, days, '40.25')).toMatchObject({ status: 400, pointers: ['/ceiling'] })
    const proposed = await granted(ceiling(manager, money, '900.00', '2026-11-24'))
    world.setTime('2026-11-25T15:00:00Z')
    expect(await sign(await world.as('executive'), proposed)).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('never falls below what is reserved, committed or spent', async () => {
    const money = await anEnvelope('1000.00')
    const manager = await world.as('manager')
    const proposed = await granted(ceiling(manager, money, '500.00'))
    await spend(money, '600.00')
    const refusal = { status: 409, problem: 'ceiling-exceeded', body: { available: '400.00' } }
    expect(await ceiling(manager, money, '599.99')).toMatchObject(refusal)
    expect(await sign(await world.as('executive'), proposed)).toMatchObject(refusal)
    expect(await read(money)).toMatchObject({ ceiling: '1000.00', reserved: '600.00' })
  })

  it('changes on its day; a cut ahead can no longer be granted, a rise ahead not yet', async () => {
    const money = await anEnvelope('1000.00')
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    await granted(sign(executive, await granted(ceiling(manager, money, '700.00', '2026-12-01'))))
    await granted(sign(executive, await granted(ceiling(manager, money, '1200.00', '2027-01-10'))))
    expect(await read(money)).toMatchObject({ ceiling: '1000.00', available: '1000.00', held: '300.00' })
    const tooMuch = await submitted([line(money, '700.01')])
    expect(await decide(executive, tooMuch)).toMatchObject({ status: 409, body: { available: '700.00' } })
    world.setTime('2026-12-01T15:00:00Z')
    expect(await read(money)).toMatchObject({ ceiling: '700.00', available: '700.00', held: '0.00' })
    await spend(money, '700.00')
    world.setTime('2027-01-10T15:00:00Z')
    expect(await read(money)).toMatchObject({ ceiling: '1200.00', available: '500.00' })
    await spend(money, '500.00')
    expect(await read(money)).toMatchObject({ reserved: '1200.00', available: '0.00' })
  })

  it('is known for every past day, with the balance of that day', async () => {
    const money = await anEnvelope('1000.00')
    world.setTime('2026-12-02T15:00:00Z')
    await spend(money, '250.00')
    world.setTime('2026-12-04T15:00:00Z')
    const proposed = await granted(ceiling(await world.as('manager'), money, '1500.00', '2026-12-04'))
    await granted(sign(await world.as('executive'), proposed))
    world.setTime('2026-12-10T15:00:00Z')
    expect(await readOn(money, '2026-12-01')).toMatchObject({ ceiling: '1000.00', reserved: '0.00' })
    expect(await readOn(money, '2026-12-03')).toMatchObject({ ceiling: '1000.00', reserved: '250.00' })
    expect(await readOn(money, '2026-12-04')).toMatchObject({ ceiling: '1500.00', available: '1250.00' })
    const auditor = await world.as('auditor')
    expect(await auditor.get(`/envelopes/${money.id}?asOf=2026-12-11`)).toMatchObject({ status: 400 })
    const { items } = await granted(
      auditor.get<{ items: CeilingChange[] }>(`/ceiling-changes?envelopeId=${money.id}&state=confirmed`),
    )
    expect(items).toMatchObject([
      { id: proposed.id, effectiveOn: '2026-12-04', delta: '500.00' },
      { kind: 'opening', effectiveOn: '2026-11-23', delta: '1000.00' },
    ])
  })
})

describe('A ceiling, with SQL as the application may', () => {
  it('is not moved by hand, nor by one person, nor by rewriting what was proposed', async () => {
    const money = await anEnvelope('1000.00')
    const sql = (text: string) => world.db.$executeRawUnsafe(text)
    const refused = /two people|proposed by one person|stays what it was/
    await expect(sql(`UPDATE envelopes SET ceiling = 5000 WHERE id = '${money.id}'`)).rejects.toThrow(refused)
    await expect(sql(`UPDATE envelopes SET opening = 5000, ceiling = 5000 WHERE id = '${money.id}'`)).rejects.toThrow(
      refused,
    )
    const { id } = await granted(ceiling(await world.as('manager'), money, '1500.00'))
    const at = `WHERE id = '${id}'`
    await expect(sql(`UPDATE ceiling_changes SET delta = 9000 ${at}`)).rejects.toThrow(refused)
    await expect(sql(`UPDATE ceiling_changes SET proposed_by_id = gen_random_uuid() ${at}`)).rejects.toThrow(refused)
    await expect(sql(`DELETE FROM ceiling_changes ${at}`)).rejects.toThrow(refused)
    const own = `UPDATE ceiling_changes SET state = 'confirmed', decided_by_id = proposed_by_id, decided_at = proposed_at ${at}`
    await expect(sql(own)).rejects.toThrow(/changes_two_people/)
    await expect(sql(`UPDATE ceiling_changes SET state = 'confirmed' ${at}`)).rejects.toThrow(/changes_decided/)
    expect(await read(money)).toMatchObject({ ceiling: '1000.00' })
  })
})
