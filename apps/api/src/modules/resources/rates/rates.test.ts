import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide, rate, read, drift } = resourcesIn(world)

let profiles = 0
const anEnvelope = (ceiling: string) => envelope(ceiling, { profile: `devises ${(profiles += 1)}` })
const inCurrency = (of: { id: string }, amount: string, currency: string) =>
  line(of, amount, { amount: { amount, currency } })
const approved = async (lines: object[]) => granted(decide(await world.as('executive'), await submitted(lines)))
const record = async (kind: string, { id, lines }: Allocation, amount: string, currency: string, on = '2026-11-23') => {
  const body = { lineId: lines[0]?.id, on, amount: { amount, currency }, ...withoutReceipt(kind) }
  return (await world.as('coordinator')).post<LedgerEntry>(`/allocations/${id}/${kind}`, body)
}

beforeAll(async () => {
  await rate('EUR', '1.6234')
  await rate('USD', '1.4051')
  await rate('XOF', '0.00247483')
}, 60_000)

describe('A rate', () => {
  const body = { currency: 'EUR', on: '2026-11-20', rate: '1.6', source: 'Banque du Canada' }

  it('is recorded by those who answer for money and by nobody else', async () => {
    const mad = { ...body, currency: 'MAD' }
    for (const one of ['manager', 'executive', 'admin'] as const)
      expect((await (await world.as(one)).post('/exchange-rates', mad)).status).toBe(201)
    for (const one of ['coordinator', 'analyst', 'auditor'] as const)
      expect(await (await world.as(one)).post('/exchange-rates', mad)).toMatchObject({ status: 403 })
  })

  it('names the field when its currency, day or value cannot be', async () => {
    const manager = await world.as('manager')
    const pointersOf = async (bad: object) => (await manager.post('/exchange-rates', { ...body, ...bad })).pointers
    expect(await pointersOf({ currency: 'CAD' })).toEqual(['/currency'])
    expect(await pointersOf({ currency: 'XXZ' })).toEqual(['/currency'])
    expect(await pointersOf({ on: '2026-11-24' })).toEqual(['/on'])
    for (const wrong of ['0', '0.00', '-1', '1.123456789', '1e3', '10000000', '1,5'])
      expect(await pointersOf({ rate: wrong })).toEqual(['/rate'])
  })

  it('is never changed: another row of the same day serves from then on, 31 days', async () => {
    const first = await rate('HTG', '0.0107', '2026-11-01')
    const second = await rate('HTG', '0.0108', '2026-11-01')
    const reader = await world.as('coordinator')
    const used = async (on: string) => {
      const url = `/exchange-rates/in-force?on=${on}`
      const { items } = await granted(reader.get<{ items: ExchangeRate[] }>(url))
      return items.find(({ currency }) => currency === 'HTG')?.id
    }
    expect(await used('2026-11-23')).toBe(second.id)
    expect(await used('2026-12-02')).toBe(second.id)
    expect(await used('2026-12-03')).toBeUndefined()
    expect(await used('2026-10-31')).toBeUndefined()
    const { items } = await granted(reader.get<{ items: ExchangeRate[] }>('/exchange-rates?currency=HTG'))
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id])
    const owner = new Client({ connectionString: world.ownerUrl })
    await owner.connect()
    await expect(owner.query('UPDATE exchange_rates SET rate = 2')).rejects.toMatchObject({ code: '42501' })
    await expect(owner.query('DELETE FROM exchange_rates')).rejects.toMatchObject({ code: '42501' })
    await owner.end()
  })
})

describe('A line in another currency', () => {
  it('is converted when it is asked, and keeps the rate, its source and its day', async () => {
    const money = await anEnvelope('5000.00')
    const { lines } = await draft([inCurrency(money, '1000.55', 'EUR'), inCurrency(money, '250000', 'XOF')])
    const frozen = { rateSource: 'Banque', rateOn: '2026-11-20', approved: null }
    expect(lines).toMatchObject([
      { asked: '1624.29', original: { amount: '1000.55', currency: 'EUR', rate: '1.6234', ...frozen } },
      { asked: '618.71', original: { amount: '250000', currency: 'XOF', rate: '0.00247483', ...frozen } },
    ])
  })

  it('without a rate is refused, and the refusal says where to record one', async () => {
    const money = await anEnvelope('5000.00')
    const coordinator = await world.as('coordinator')
    const asking = { programId: null, justification: 'Essai de la demande de ressources', neededOn: '2026-12-01' }
    const body = { ...asking, lines: [inCurrency(money, '10.00', 'CHF')] }
    const refused = await coordinator.post<object>('/allocations', body)
    expect(refused).toMatchObject({ status: 400, pointers: ['/lines/0/amount/currency'] })
    expect(JSON.stringify(refused.body)).toContain('Taux de change')
    expect(await record('expenses', await approved([line(money, '10.00')]), '1.00', 'CHF')).toMatchObject({
      status: 400,
      pointers: ['/amount/currency'],
    })
  })

  it.each([
    ['XOF', '10.5'],
    ['EUR', '10.555'],
    ['XOF', '1'],
    ['EUR', '9999999999.00'],
  ])('of %s %s is refused: too fine, below a cent, or beyond what a sum may be', async (currency, amount) => {
    const money = await anEnvelope('5000.00')
    const body = { programId: null, justification: 'Essai de la demande de ressources', neededOn: '2026-12-01' }
    const lines = [inCurrency(money, amount, currency)]
    expect(await (await world.as('coordinator')).post('/allocations', { ...body, lines })).toMatchObject({
      status: 400,
      pointers: ['/lines/0/amount/amount'],
    })
  })

  it.each([
    ['EUR', '100.00', '162.34', '162.33'],
    ['USD', '100.00', '140.51', '140.50'],
    ['XOF', '100000', '247.48', '247.47'],
  ])('meets its ceiling converted, to the cent: %s %s', async (currency, amount, enough, tooLittle) => {
    const executive = await world.as('executive')
    const ask = async (ceiling: string) => {
      const money = await anEnvelope(ceiling)
      return { money, reply: await decide(executive, await submitted([inCurrency(money, amount, currency)])) }
    }
    const short = await ask(tooLittle)
    expect(short.reply).toMatchObject({ status: 409, problem: 'ceiling-exceeded' })
    expect(await read(short.money)).toMatchObject({ reserved: '0.00' })
    const fits = await ask(enough)
    expect(fits.reply.status).toBe(200)
    expect(await read(fits.money)).toMatchObject({ reserved: enough, available: '0.00' })
  })

  it('counts against a delegated limit converted, to the cent', async () => {
    const money = await anEnvelope('5000.00')
    const limit = (name: string, limitMoney: string) => world.someone(name, ['manager'], { limitMoney, limitDays: '0' })
    const asked = await submitted([inCurrency(money, '100.00', 'EUR')])
    const under = await decide(await limit('trop peu', '162.33'), asked)
    expect(under).toMatchObject({ status: 409, problem: 'over-limit' })
    expect((await decide(await limit('juste assez', '162.34'), asked)).status).toBe(200)
  })

  it('is granted in its own currency, at its own rate', async () => {
    const money = await anEnvelope('5000.00')
    const asked = await submitted([inCurrency(money, '1000.00', 'EUR')])
    const executive = await world.as('executive')
    const lineId = asked.lines[0]?.id
    const grant = (amount: string, currency: string) =>
      decide(executive, asked, {
        lines: [{ lineId, amount: { amount, currency }, reason: 'Moins de nuitées que dans la demande' }],
      })
    expect((await grant('500.00', 'CAD')).pointers).toEqual(['/lines/0/amount/currency'])
    expect((await grant('1000.01', 'EUR')).pointers).toEqual(['/lines/0/amount'])
    const { lines } = await granted(grant('500.05', 'EUR'))
    expect(lines[0]).toMatchObject({ approved: '811.78', reserved: '811.78', original: { approved: '500.05' } })
  })
})

describe('An entry in another currency', () => {
  it('has its own rate: what it leaves stays committed, and no more is spent', async () => {
    const money = await anEnvelope('5000.00')
    await rate('GBP', '1.80', '2026-11-10')
    await rate('GBP', '1.90', '2026-11-20')
    const allocation = await approved([line(money, '200.00')])
    const committed = await granted(record('commitments', allocation, '100.00', 'GBP', '2026-11-15'))
    expect(committed).toMatchObject({
      amount: '180.00',
      currency: 'CAD',
      original: { amount: '100.00', currency: 'GBP', rate: '1.8', rateSource: 'Banque', rateOn: '2026-11-10' },
    })
    expect(await record('expenses', allocation, '100.00', 'GBP')).toMatchObject({
      status: 409,
      problem: 'ceiling-exceeded',
      body: { available: '180.00' },
    })
    expect(await granted(record('expenses', allocation, '90.00', 'GBP'))).toMatchObject({ amount: '171.00' })
    expect(await read(money)).toMatchObject({ reserved: '20.00', committed: '9.00', spent: '171.00' })
    expect((await record('releases', allocation, '1.00', 'GBP')).pointers).toEqual(['/amount/currency'])
    expect((await record('releases', allocation, '29.00', 'CAD')).status).toBe(201)
    expect(await drift()).toEqual([])
  })

  it('is undone by an entry of the same amount in both currencies', async () => {
    const money = await anEnvelope('5000.00')
    const allocation = await approved([line(money, '500.00')])
    const { id } = await granted(record('commitments', allocation, '100.00', 'EUR'))
    await rate('EUR', '1.6234', '2026-11-21')
    const coordinator = await world.as('coordinator')
    const undone = await granted(
      coordinator.post<LedgerEntry>(`/ledger/${id}/reversal`, { reason: 'Erreur de saisie relevée à la relecture' }),
    )
    expect(undone).toMatchObject({
      amount: '162.34',
      original: { amount: '100.00', rate: '1.6234', rateOn: '2026-11-20' },
    })
    expect(await read(money)).toMatchObject({ reserved: '500.00', committed: '0.00' })
  })

  it('and its line stay as they were when another rate is recorded', async () => {
    const money = await anEnvelope('5000.00')
    await rate('NZD', '0.80')
    const allocation = await approved([inCurrency(money, '100.00', 'NZD')])
    await granted(record('commitments', allocation, '50.00', 'NZD'))
    const look = async () => {
      const auditor = await world.as('auditor')
      return [
        (await granted(auditor.get<Allocation>(`/allocations/${allocation.id}`))).lines,
        (await granted(auditor.get<{ items: LedgerEntry[] }>(`/ledger?envelopeId=${money.id}`))).items,
        await read(money),
      ]
    }
    const before = await look()
    await rate('NZD', '0.95', '2026-11-20')
    await rate('NZD', '0.99', '2026-11-23')
    expect(await look()).toEqual(before)
    const lineId = allocation.lines[0]?.id ?? ''
    const rewriting = world.db.allocationLine.update({ where: { id: lineId }, data: { rate: '0.99' } })
    await expect(rewriting).rejects.toThrow('keeps the rate')
  })
})
