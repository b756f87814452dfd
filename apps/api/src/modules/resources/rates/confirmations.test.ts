import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, rate, recorded, confirm } = resourcesIn(world)

describe('A rate that surprises', () => {
  const used = async (currency: string) => {
    const url = '/exchange-rates/in-force'
    const { items } = await granted((await world.as('auditor')).get<{ items: ExchangeRate[] }>(url))
    return items.find((item) => item.currency === currency)?.rate
  }

  it('serves once a second person has confirmed it, when first or far from the last', async () => {
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    const money = await envelope('5000.00')
    const first = await granted(recorded(manager, 'SEK', '0.1300'))
    expect(first).toMatchObject({ confirmation: 'awaited', confirmedBy: null, can: [] })
    expect(await used('SEK')).toBeUndefined()
    const body = { programId: null, justification: 'Essai de la demande de ressources', neededOn: '2026-12-01' }
    const lines = [line(money, '10.00', { amount: { amount: '10.00', currency: 'SEK' } })]
    const refused = await (await world.as('coordinator')).post('/allocations', { ...body, lines })
    expect(refused.pointers).toEqual(['/lines/0/amount/currency'])
    expect(await confirm(manager, first)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    expect(await confirm(await world.as('coordinator'), first)).toMatchObject({ status: 403 })
    const confirmed = await granted(confirm(executive, first))
    expect(confirmed).toMatchObject({ confirmation: 'given', confirmedBy: { id: executive.id }, can: [] })
    expect(await confirm(await world.as('executive2'), first)).toMatchObject({ problem: 'already-decided' })
    expect(await used('SEK')).toBe('0.13')
    const near = await granted(recorded(manager, 'SEK', '0.143'))
    expect(near).toMatchObject({ confirmation: 'notNeeded' })
    expect(await confirm(executive, near)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await granted(recorded(manager, 'SEK', '13.00'))).toMatchObject({ confirmation: 'awaited' })
    expect(await used('SEK')).toBe('0.143')
  })

  it('is not reached by one person in small steps', async () => {
    const [manager, admin] = [await world.as('manager'), await world.as('admin')]
    await rate('NOK', '0.1300')
    expect(await granted(recorded(manager, 'NOK', '0.1420'))).toMatchObject({ confirmation: 'notNeeded' })
    const further = await granted(recorded(manager, 'NOK', '0.1550'))
    expect(further).toMatchObject({ confirmation: 'awaited' })
    expect(await granted(recorded(admin, 'NOK', '0.1550'))).toMatchObject({ confirmation: 'notNeeded' })
  })

  it('is confirmed once of twenty times at once, and by nobody alone, by SQL neither', async () => {
    const [manager, executive] = [await world.as('manager'), await world.as('executive')]
    const made = await granted(recorded(manager, 'DKK', '0.21'))
    const alone = world.db.rateConfirmation.create({ data: { rateId: made.id, byId: manager.id, at: new Date() } })
    await expect(alone).rejects.toThrow('second person')
    const replies = await Promise.all(Array.from({ length: 20 }, () => confirm(executive, made)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await world.db.rateConfirmation.count({ where: { rateId: made.id } })).toBe(1)
  })
})
