import { beforeAll, describe, expect, it } from 'vitest'
import type { ResourcesDashboard } from '@entente/shared/dashboards/resources/contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram } = resourcesIn(world)
let auditor: Person
let funded: { id: string; reference: string }

/** An allocation, approved, of which a part is committed, spent and released. */
const spending = async (money: { id: string }, programId: string | null) => {
  const asked = await submitted([line(money, '400.00'), line(money, '50.00')], programId)
  await granted(decide(await world.as('executive'), asked))
  const coordinator = await world.as('coordinator')
  const record = (verb: string, amount: string) =>
    granted(
      coordinator.post(`/allocations/${asked.id}/${verb}`, {
        lineId: asked.lines[0]?.id,
        amount: { amount, currency: 'CAD' },
        on: '2026-11-20',
        ...withoutReceipt(verb),
      }),
    )
  await record('commitments', '300.00')
  await record('expenses', '120.50')
  await record('releases', '10.25')
}

beforeAll(async () => {
  auditor = await world.as('auditor')
  funded = await fundableProgram()
  await spending(await envelope('1000.00', { profile: 'missions' }), funded.id)
  await spending(await envelope('900.00', { profile: 'général' }), null)
  await envelope('70.0', { unit: 'staffDay' })
  await envelope('5000.00', { fiscalYear: 2027 })
}, 60_000)

const cents = (amount: string) => Math.round(Number(amount) * 100)

describe('The figures of resources', () => {
  const resources = (year = '') => granted(auditor.get<ResourcesDashboard>(`/dashboards/resources${year}`))

  it('of an envelope are the sums of the ledger rows behind them', async () => {
    const { envelopes } = await resources()
    expect(envelopes.map(({ unit, profile }) => [unit, profile])).toEqual([
      ['CAD', 'général'],
      ['CAD', 'missions'],
      ['staffDay', null],
    ])
    for (const figures of envelopes) {
      const { items } = await granted(auditor.get<{ items: LedgerEntry[] }>(figures.reserved.href))
      const total = (kind: string, from?: string) =>
        items
          .filter((entry) => entry.kind === kind && (from === undefined || entry.releasedFrom === from))
          .reduce((sum, { amount }) => sum + cents(amount), 0)
      const [committed, spent] = [total('commitment'), total('expense')]
      const sums = {
        reserved: total('reservation') - committed - total('release', 'reserved'),
        committed: committed - spent - total('release', 'committed'),
        spent,
      }
      const { reserved, available, ceiling } = figures
      expect({
        reserved: cents(reserved.value),
        committed: cents(figures.committed.value),
        spent: cents(figures.spent.value),
      }).toEqual(sums)
      expect(cents(available.value)).toBe(cents(ceiling.value) - sums.reserved - sums.committed - sums.spent)
    }
    expect(envelopes[1]?.spent.value).toBe('120.50')
  })

  it('of a program are the sums of its approved allocations, and of it only', async () => {
    const { programs } = await resources()
    const { items } = await granted(auditor.get<{ items: Allocation[] }>('/allocations?state=approved&fiscalYear=2026'))
    for (const figures of programs) {
      const lines = items.filter((item) => item.programId === figures.programId).flatMap((item) => item.lines)
      for (const part of ['approved', 'committed', 'spent'] as const) {
        expect(cents(figures[part].value)).toBe(lines.reduce((sum, row) => sum + cents(row[part] ?? '0'), 0))
      }
    }
    expect(programs.map(({ reference, approved }) => [reference, approved.href])).toEqual([
      [null, '/allocations?general=true'],
      [funded.reference, `/programs/${funded.id}/resources`],
    ])
  })

  it('are those of one fiscal year: the present one unless told', async () => {
    const [now, next] = [await resources(), await resources('?fiscalYear=2027')]
    expect([now.fiscalYear, next.fiscalYear]).toEqual([2026, 2027])
    expect(next.envelopes.map(({ ceiling }) => ceiling.value)).toEqual(['5000.00'])
    expect(next.programs).toEqual([])
  })
})
