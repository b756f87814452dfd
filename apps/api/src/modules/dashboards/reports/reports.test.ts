import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { ResourcesReport } from '@entente/shared/dashboards/reports/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram, rate } = resourcesIn(world)
let auditor: Person
let program: Awaited<ReturnType<typeof fundableProgram>>
let organizations: string[]

const record = async (asked: { id: string; lines: { id: string }[] }, verb: string, fields: object) =>
  granted(
    (await world.as('coordinator')).post<LedgerEntry>(`/allocations/${asked.id}/${verb}`, {
      lineId: asked.lines[0]?.id,
      on: '2026-11-20',
      ...withoutReceipt(verb),
      ...fields,
    }),
  )
const cad = (amount: string) => ({ amount: { amount, currency: 'CAD' } })

beforeAll(async () => {
  auditor = await world.as('auditor')
  program = await fundableProgram()
  organizations = [...program.members, (await world.aMember(program.id, 'funder', 'OIF-R')).id]
  await rate('EUR', '1.60')
  const executive = await world.as('executive')
  const money = await envelope('9000.00')
  const days = await envelope('60', { unit: 'staffDay' })
  const asked = await submitted([line(money, '1000.00')], program.id)
  await granted(decide(executive, asked))
  await record(asked, 'commitments', cad('600.00'))
  await record(asked, 'expenses', { amount: { amount: '100.00', currency: 'EUR' } })
  const general = await submitted([line(money, '300.00')])
  await granted(decide(executive, general))
  await record(general, 'commitments', cad('200.00'))
  await record(general, 'expenses', { ...cad('50.00'), programId: program.id })
  await record(general, 'commitments', { ...cad('20.00'), programId: program.id })
  const undone = await record(general, 'expenses', { ...cad('5.00'), programId: program.id })
  await granted(
    (await world.as('coordinator')).post(`/ledger/${undone.id}/reversal`, {
      reason: 'Erreur de saisie relevée à la relecture',
    }),
  )
  await record(asked, 'releases', cad('1.00'))
  await record(asked, 'commitments', cad('1.00'))
  await submitted([line(money, '7.00')])
  await submitted([{ envelopeId: days.id, days: '12.5', description: 'Formation' }], program.id)
}, 60_000)

const told = (query = '') => granted(auditor.get<ResourcesReport>(`/reports/resources${query}`))
const amounts = (row: ResourcesReport['totals'][number] | undefined) =>
  row && [row.spent, row.committed, row.reserved, row.pending, row.forecast].map(({ value }) => value)

const total = (amounts: readonly number[]) => Math.round(amounts.reduce((sum, one) => sum + one, 0) * 100) / 100
/** Whether an entry adds to a sum, takes from it, or leaves it; a reversal undoes what it names. */
const effectOn = (part: 'spent' | 'committed' | 'reserved', { kind, releasedFrom, reverses }: LedgerEntry) => {
  const of = reverses ?? { kind, releasedFrom }
  const adds = { spent: 'expense', committed: 'commitment', reserved: 'reservation' }[part]
  const takes = { spent: '', committed: 'expense', reserved: 'commitment' }[part]
  const sign = reverses === null ? 1 : -1
  if (of.kind === adds) return sign
  return of.kind === takes || of.releasedFrom === part ? -sign : 0
}

describe('The report of resources', () => {
  it('tells what each program spent, committed, reserved and asks, and their sum', async () => {
    const { rows, totals, fiscalYear } = await told()
    expect(fiscalYear).toBe(2026)
    expect(rows.map(({ key, unit }) => [key, unit])).toEqual([
      [program.id, 'CAD'],
      [program.id, 'staffDay'],
      [null, 'CAD'],
    ])
    expect(rows.map(amounts)).toEqual([
      ['210.00', '441.00', '398.00', '0.00', '1049.00'],
      ['0.0', '0.0', '0.0', '12.5', '12.5'],
      ['0.00', '170.00', '80.00', '7.00', '257.00'],
    ])
    expect(totals.map(amounts)).toEqual([
      ['210.00', '611.00', '478.00', '7.00', '1306.00'],
      ['0.0', '0.0', '0.0', '12.5', '12.5'],
    ])
  })

  it('leads from each figure to exactly the rows that make it, or nowhere', async () => {
    for (const by of ['program', 'country', 'partner', 'fiscalYear']) {
      const { rows, totals } = await told(`?by=${by}`)
      for (const row of [...rows, ...totals]) {
        expect(row.forecast.href).toBeNull()
        for (const part of ['spent', 'committed', 'reserved'] as const) {
          const { href, value } = row[part]
          const { items } = await granted(auditor.get<{ items: LedgerEntry[] }>(href ?? ''))
          const effects = items.map((entry) => effectOn(part, entry) * Number(entry.amount))
          expect(effects).not.toContain(0)
          expect({ href, value: total(effects) }).toEqual({ href, value: Number(value) })
        }
        const { href, value } = row.pending
        if (href === null) continue
        const { items } = await granted(auditor.get<{ items: Allocation[] }>(href))
        const asked = items.flatMap(({ lines }) => lines.filter(({ unit }) => unit === row.unit))
        expect(asked).toHaveLength(items.length)
        expect({ href, value: total(asked.map((line) => Number(line.asked))) }).toEqual({ href, value: Number(value) })
      }
      expect(rows.map(({ pending }) => pending.href === null)).toEqual(
        rows.map(() => by === 'country' || by === 'partner'),
      )
    }
  })

  it('counts a program for each of its partners, and once in the total', async () => {
    const { rows, totals } = await told('?by=partner')
    const money = rows.filter(({ unit }) => unit === 'CAD')
    expect(new Set(money.map(({ key }) => key))).toEqual(new Set([...organizations, null]))
    expect(money.filter(({ key }) => key !== null).map(({ spent }) => spent.value)).toEqual([
      '210.00',
      '210.00',
      '210.00',
    ])
    expect(totals[0]?.spent.value).toBe('210.00')
  })

  it('is of the present fiscal year unless told, and by fiscal year of all', async () => {
    expect((await told('?fiscalYear=2027')).rows).toEqual([])
    const { fiscalYear, rows } = await told('?by=fiscalYear')
    expect([fiscalYear, rows.map(({ label }) => label)]).toEqual([null, ['2026–2027', '2026–2027']])
  })
})

describe('A report as a file', () => {
  const csvOf = async (url: string) => {
    const { body, headers } = await auditor.get<string>(url)
    return { text: String(body), headers }
  }

  it('says what it tells, up to which day, from which rates, and how it counts', async () => {
    const { text, headers } = await csvOf('/reports/resources/file')
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''entente-program-2026-11-23.csv",
      'cache-control': 'private, no-store',
    })
    for (const said of ['Arrêté au,2026-11-23', 'Exercice,2026–2027', 'Sources des taux,Banque', 'Prévu = dépensé'])
      expect(text).toContain(said)
    expect(text).toContain('Total,Dollars canadiens,210.00,611.00,478.00,7.00,1306.00')
  })

  it('of the ledger keeps its filter, and the rate of each converted amount', async () => {
    const { text } = await csvOf(`/reports/ledger/file?programId=${program.id}&kind=expense`)
    expect(text).toContain(`Programme,${program.reference}`)
    expect(text).toContain('Nature,Dépense')
    expect(text).toContain('160.00,Dollars canadiens,100.00,EUR,1.6,Banque,2026-11-20')
    expect(text.match(/Dépense,/g)).toHaveLength(4)
  })

  it('of envelopes stands as on its day', async () => {
    const today = await csvOf('/reports/envelopes/file')
    expect(today.text).toMatch(/Dollars canadiens,,,9000\.00,210\.00,611\.00,478\.00,7701\.00,0\.00/)
    const before = await csvOf('/reports/envelopes/file?asOf=2026-11-01')
    expect(before.text).toContain('Arrêté au,2026-11-01')
    expect(before.text).not.toContain('210.00')
  })

  it('may be a workbook', async () => {
    for (const report of ['resources', 'envelopes', 'ledger']) {
      const { status, headers, body } = await auditor.get<string>(`/reports/${report}/file?format=xlsx`)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      expect(String(body).startsWith('PK')).toBe(true)
    }
  })

  it('is refused to partners, filter or none', async () => {
    const partner = await world.aPartner(organizations[0] ?? '')
    for (const report of ['resources', 'resources/file', 'envelopes/file', 'ledger/file'])
      expect(await partner.get(`/reports/${report}`)).toMatchObject({ status: 403, problem: 'closed-to-role' })
  })

  it('refuses a day ahead and a format it does not know', async () => {
    expect(await auditor.get('/reports/envelopes/file?asOf=2026-11-24')).toMatchObject({ status: 400 })
    expect(await auditor.get('/reports/ledger/file?format=pdf')).toMatchObject({ status: 400 })
  })
})
