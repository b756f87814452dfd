import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import type { Booking } from '@entente/shared/capacity/bookings/contract'
import type { LoadMap, Matches } from '@entente/shared/capacity/load/contract'
import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import { actionText } from '@entente/shared/audit/options'
import { gatesById } from '@entente/shared/proof/rules'
import type { ResourcesReport } from '@entente/shared/dashboards/reports/contract'
import { describe, expect, it } from 'vitest'
import { canary } from '../../../../prisma/seed/acts/canary.ts'
import { takeInventory } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { useDemonstration } from '../support/demonstration.ts'

const demo = useDemonstration()

const everyEntry = async () => {
  const reader = await demo.as('audit')
  const entries: LedgerEntry[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const url: string = `/ledger?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`
    const page = await granted(reader.get<{ items: LedgerEntry[]; nextCursor: string | null }>(url))
    entries.push(...page.items)
    cursor = page.nextCursor
  }
  return entries
}
const cents = (amount: string) => Math.round(Number(amount) * 100)
const sumOf = (entries: readonly LedgerEntry[]) => entries.reduce((sum, { amount }) => sum + cents(amount), 0) / 100

describe('The demonstration portfolio', () => {
  it('adds up to the envelopes it was planned for', async () => {
    const { items } = await granted((await demo.as('gestion')).get<{ items: Envelope[] }>('/envelopes?fiscalYear=2026'))
    const [money] = items.filter((item) => item.unit === 'CAD')
    const used = [money?.reserved, money?.committed, money?.spent].map((amount) => cents(amount ?? ''))
    expect(used.reduce((sum, amount) => sum + amount) / 100).toBe(189_020)
    expect(money).toMatchObject({ ceiling: '240000.00', available: '50980.00' })
    const days = items.filter((item) => item.unit === 'staffDay').map((item) => Number(item.available))
    expect(days.reduce((sum, day) => sum + day, 0)).toBe(83)
  })

  it('has the commitments, expenses and days of the table it was drawn from', async () => {
    const entries = await everyEntry()
    const envelopes = await demo.db.envelope.findMany()
    const yearOf = new Map(envelopes.map((envelope) => [envelope.id, envelope.fiscalYear]))
    const of = (kind: string, unit: string) => entries.filter((entry) => entry.kind === kind && entry.unit === unit)
    const in2026 = (list: LedgerEntry[]) => list.filter((entry) => yearOf.get(entry.envelopeId) === 2026)
    expect([sumOf(of('commitment', 'CAD')), sumOf(in2026(of('commitment', 'CAD')))]).toEqual([276_400, 189_700])
    expect([sumOf(of('expense', 'CAD')), sumOf(in2026(of('expense', 'CAD')))]).toEqual([219_860, 135_320])
    expect([sumOf(of('expense', 'staffDay')), sumOf(in2026(of('expense', 'staffDay')))]).toEqual([381, 246])
  })

  it('is told by the reports with the same totals, however they are grouped', async () => {
    const reader = await demo.as('audit')
    for (const by of ['program', 'country', 'partner']) {
      const { totals } = await granted(reader.get<ResourcesReport>(`/reports/resources?by=${by}&fiscalYear=2026`))
      const [money, days] = totals
      const used = [money?.spent, money?.committed, money?.reserved].map((amount) => cents(amount?.value ?? ''))
      expect([used.reduce((sum, amount) => sum + amount) / 100, money?.spent.value]).toEqual([189_020, '135320.00'])
      expect(days?.spent.value).toBe('246.0')
    }
    const { rows } = await granted(reader.get<ResourcesReport>('/reports/resources?by=fiscalYear'))
    const spent = rows.filter(({ unit }) => unit === 'CAD').map((row) => cents(row.spent.value))
    expect(spent.reduce((sum, amount) => sum + amount) / 100).toBe(219_860)
  })

  it('has a request in francs at the rate of its day, which two people sign in turn', async () => {
    const { items } = await granted((await demo.as('gestion')).get<{ items: InboxItem[] }>('/approvals'))
    const inFrancs = items.flatMap(({ allocation }) =>
      allocation.lines.some(({ original }) => original?.currency === 'XOF') ? [allocation] : [],
    )
    expect(inFrancs).toMatchObject([
      {
        lines: [{ asked: '9899.32', original: { amount: '4000000', rate: '0.00247483', rateOn: '2026-11-20' } }],
        steps: [
          { name: { fr: 'Avis de la gestion' }, role: 'manager', group: 1, state: 'pending' },
          { name: { fr: 'Décision dans la limite' }, group: 2, state: 'pending' },
        ],
      },
    ])
  })

  it('has twenty programs, each in its stage', async () => {
    const figures = await granted((await demo.as('direction')).get<PortfolioDashboard>('/dashboards/portfolio'))
    expect(figures.programs.value).toBe(20)
    const stages = [...figures.pipeline, ...figures.ended].filter(({ count }) => count.value > 0)
    expect(Object.fromEntries(stages.map(({ stage, count }) => [stage, count.value]))).toEqual({
      received: 1,
      admissibility: 1,
      analysis: 1,
      decision: 2,
      design: 1,
      allocation: 1,
      implementation: 5,
      closing: 3,
      evaluation: 1,
      closed: 1,
      declined: 1,
      redirected: 1,
      cancelled: 1,
    })
    expect(figures.suspended.value).toBe(1)
  })

  it('has people whose bookings fit, and an IT unit 12 staff-days short', async () => {
    const manager = await demo.as('gestion2')
    const map = await granted(manager.get<LoadMap>('/capacity?on=2026-11-23&step=month'))
    expect(map.people.length).toBeGreaterThanOrEqual(10)
    expect(
      map.people.flatMap(({ cells }) => cells).filter(({ firm, capacity }) => Number(firm) > Number(capacity)),
    ).toEqual([])
    const need = 'from=2027-01-11&to=2027-03-19&days=40&profile=Informatique'
    expect((await granted(manager.get<Matches>(`/capacity/matches?${need}`))).short).toBe('12.0')
    const { items } = await granted(manager.get<{ items: Booking[] }>('/bookings?limit=100'))
    expect(items.filter(({ state }) => state === 'asked').map(({ program }) => program?.reference)).toContain(
      'PCI-2025-008',
    )
    const usedBy = new Map<string, number>()
    for (const { program, days } of items)
      if (program) usedBy.set(program.reference, (usedBy.get(program.reference) ?? 0) + Number(days))
    for (const [reference, days] of usedBy) {
      const lines = await demo.db.allocationLine.findMany({
        where: { envelope: { unit: 'staffDay', fiscalYear: 2026 }, allocation: { program: { reference } } },
      })
      expect({ reference, fits: days <= lines.reduce((sum, { asked }) => sum + asked.toNumber(), 0) }).toEqual({
        reference,
        fits: true,
      })
    }
  })

  it('goes on with PCI-2026-015', async () => {
    const coordinator = await demo.as('coordination')
    const request = await granted(
      coordinator.post<{ program: { reference: string } }>('/requests', {
        title: { fr: 'Essai', en: null },
        countryCode: 'MG',
        kind: 'program',
        requestingAuthority: { name: 'CENI', type: 'emb' },
        channel: 'dge',
        signedOn: '2026-10-02',
        receivedOn: '2026-11-09',
        object: 'Essai',
      }),
    )
    expect(request.program.reference).toBe('PCI-2026-015')
  })

  it('has a whole audit trail, and no evaluation of a gate that stopped the way', async () => {
    expect((await (await demo.as('audit')).get<object>('/audit/verify')).body).toMatchObject({ intact: true })
    const past = await demo.db.gateEvaluation.findMany()
    expect(past.length).toBeGreaterThan(150)
    expect(past.filter(({ state, kind }) => state === 'failed' && kind !== 'advisory')).toEqual([])
  })

  it('passes every past gate again on the facts that were stored with it', async () => {
    const moves = await demo.db.gateEvaluation.findMany({ where: { occasion: 'move' } })
    for (const { gateId, inputs, state, ruleVersion } of moves) {
      const gate = gatesById.get(gateId)
      expect(gate?.ruleVersion).toBe(ruleVersion)
      // What a gate read is all it reads: its inputs are facts enough.
      const again = gate?.evaluate(inputs as unknown as Parameters<typeof gate.evaluate>[0]).state
      expect({ gateId, state: again }).toEqual({ gateId, state: state === 'waived' ? 'failed' : state })
    }
  })
})

describe('The trail of the demonstration', () => {
  it('tells every action in words, in both languages', async () => {
    const actions = await demo.db.$queryRaw<{ action: string }[]>`SELECT DISTINCT action FROM audit.entries`
    expect(actions.length).toBeGreaterThan(30)
    expect(actions.map(({ action }) => action).filter((action) => actionText(action) === null)).toEqual([])
  })
})

describe('The policy in the demonstration', () => {
  it('was kept on every day of its story, but for the country that left the network', async () => {
    const select = { gateId: true, program: { select: { reference: true } } }
    expect(await demo.db.gateChange.findMany({ where: broken, select })).toEqual([
      { gateId: 'P2-G7', program: { reference: 'PCI-2024-006' } },
    ])
  })
})

const broken = { phase: 'inForce' as const, state: 'failed' as const }

describe('A partner', () => {
  it.each(['partenaireOif', 'partenaireCeniMg'] as const)('meets no internal text: %s', async (name) => {
    const partner = await demo.as(name)
    const { routes } = await takeInventory()
    const open = routes.filter(({ method, roles }) => method === 'GET' && roles.includes('partner'))
    const kinds = { programs: demo.db.program, documents: demo.db.document }
    const ids = {
      programs: (await kinds.programs.findMany({ select: { id: true } })).map(({ id }) => id),
      documents: (await kinds.documents.findMany({ select: { id: true } })).map(({ id }) => id),
    }
    let told = 0
    for (const { url } of open) {
      const places = url.startsWith('/programs/') ? ids.programs : url.startsWith('/documents/') ? ids.documents : ['']
      for (const id of places) {
        const { status, body } = await partner.get<unknown>(url.replace(':id', id))
        told += Number(status === 200)
        const leaks = JSON.stringify(body).includes(canary)
        expect({ url, answered: status === 200 || status === 404, leaks }).toEqual({
          url,
          answered: true,
          leaks: false,
        })
      }
    }
    expect(told).toBeGreaterThanOrEqual(open.length)
  })

  it('meets none through a link either, whatever it shows', async () => {
    const coordinator = await demo.as('coordination')
    const sections = ['overview', 'milestones', 'activities', 'documents', 'results', 'contributions']
    const shareable = { suspendedCause: null, request: { state: 'valid' as const }, gateStandings: { none: broken } }
    const programs = await demo.db.program.findMany({ where: shareable })
    expect(programs.length).toBeGreaterThan(9)
    for (const { id } of programs) {
      const body = { kind: 'link', sections, expiresOn: '2026-12-31' }
      const { url } = await granted(coordinator.post<{ url: string }>(`/programs/${id}/shares`, body))
      const view = await granted(coordinator.get<object>(`/shared/${url.split('/').at(-1)}`))
      expect(JSON.stringify(view)).not.toContain(canary)
    }
  })

  it('would be caught by this canary: a colleague meets it', async () => {
    const { items } = await granted((await demo.as('analyse')).get<{ items: object[] }>('/requests'))
    expect(JSON.stringify(items)).toContain(canary)
  })
})
