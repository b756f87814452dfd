import type { LedgerEntry, Work } from '@entente/shared/resources/ledger/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { aPdf } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide } = resourcesIn(world)
const { add } = crewIn(world)
let allocation: { id: string; lines: { id: string }[] }

const record = async (verb: string, place: number, fields: object) => {
  const body = { lineId: allocation.lines[place]?.id, on: '2026-11-20', ...fields }
  return (await world.as('coordinator')).post<LedgerEntry>(`/allocations/${allocation.id}/${verb}`, body)
}
const spendMoney = (fields: object) =>
  record('expenses', 0, { amount: { amount: '10.00', currency: 'CAD' }, ...fields })
const spendDays = (days: string, fields: object) => record('expenses', 1, { days, ...fields })
const worked = async (search: string) =>
  granted((await world.as('auditor')).get<{ items: Work[]; total: string }>(`/ledger/work?${search}`))

beforeAll(async () => {
  const money = await envelope('1000.00')
  const days = await envelope('40', { unit: 'staffDay' })
  const asked = await submitted([line(money, '500.00'), { envelopeId: days.id, days: '30', description: 'Formation' }])
  allocation = await granted(decide(await world.as('executive'), asked))
  await granted(record('commitments', 0, { amount: { amount: '500.00', currency: 'CAD' } }))
  await granted(record('commitments', 1, { days: '30' }))
}, 60_000)

describe('An expense of money', () => {
  it('comes with its receipt, or says why there is none', async () => {
    expect(await spendMoney({})).toMatchObject({ status: 400, pointers: ['/documentId'] })
    const documentId = await world.aDocument(undefined, { kind: 'receipt' })
    expect(await granted(spendMoney({ documentId }))).toMatchObject({ documentId, reason: null, staff: null })
    expect(await granted(spendMoney({ reason: 'Le reçu a été perdu pendant le voyage' }))).toMatchObject({
      documentId: null,
      reason: 'Le reçu a été perdu pendant le voyage',
    })
  })

  it('shows a receipt that exists, and that no other dossier holds', async () => {
    const { id: programId } = await world.aVerifiedProgram()
    const { id: letter } = await world.db.document.findFirstOrThrow({ where: { programId } })
    for (const documentId of [letter, crypto.randomUUID()]) {
      expect(await spendMoney({ documentId })).toMatchObject({ status: 400, pointers: ['/documentId'] })
    }
  })

  it('shows a receipt or whose days, or says why there is none, not both', async () => {
    const documentId = await world.aDocument(undefined, { kind: 'receipt' })
    const { id: staffId } = await add('Ni l’un ni l’autre')
    const refused = { status: 400, pointers: ['/reason'] }
    expect(await spendMoney({ documentId, reason: 'Le reçu a été perdu pendant le voyage' })).toMatchObject(refused)
    expect(await spendDays('1', { staffId, reason: 'Jours de l’équipe, sans personne nommée' })).toMatchObject(refused)
  })

  it('shows a receipt, of that kind, that all who read the expense may read', async () => {
    const refused = { status: 400, pointers: ['/documentId'] }
    for (const fields of [{ kind: 'letter' }, { kind: 'report' }, { kind: 'receipt', classification: 'restricted' }]) {
      expect(await spendMoney({ documentId: await world.aDocument(undefined, fields) })).toMatchObject(refused)
    }
  })

  it('shares its receipt with no other that stands, however many are recorded at once', async () => {
    const documentId = await world.aDocument(undefined, { kind: 'receipt' })
    const sent = await Promise.all(Array.from({ length: 4 }, () => spendMoney({ documentId })))
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400, 400])
    const made = sent.find(({ status }) => status === 201)?.body.id ?? ''
    const entry = await world.db.ledgerEntry.findUniqueOrThrow({ where: { id: made } })
    const again = world.db.ledgerEntry.create({ data: { ...entry, id: crypto.randomUUID() } })
    await expect(again).rejects.toThrow('Unique constraint failed')
    await granted(
      (await world.as('coordinator')).post(`/ledger/${made}/reversal`, {
        reason: 'La facture porte sur une autre ligne',
      }),
    )
    await granted(spendMoney({ documentId }))
  })

  it('knows a receipt that is stored again, under whatever name, by whomever', async () => {
    const bytes = aPdf()
    const stored = async (by: Person) => (await granted(by.upload({ kind: 'receipt' }, bytes, 'copie.pdf'))).id
    const [first, again] = [await stored(await world.as('coordinator')), await stored(await world.as('coordinator2'))]
    const made = await granted(spendMoney({ documentId: first }))
    expect(await spendMoney({ documentId: again })).toMatchObject({ status: 400, pointers: ['/documentId'] })
    const entry = await world.db.ledgerEntry.findUniqueOrThrow({ where: { id: made.id } })
    const copy = world.db.ledgerEntry.create({ data: { ...entry, documentId: again, id: crypto.randomUUID() } })
    await expect(copy).rejects.toThrow('Unique constraint failed')
  })

  it('opens to no other partner what one of them filed', async () => {
    const { id: programId } = await world.aProvenProgram('implementation')
    const [host, other] = [
      await world.aMember(programId, 'host', 'CENI'),
      await world.aMember(programId, 'funder', 'ONG'),
    ]
    for (const { id } of [host, other]) await world.aShare(programId, id, ['documents'])
    const [theirs, reader] = [await world.aPartner(host.id), await world.aPartner(other.id)]
    const filed = async (classification: string) =>
      (await granted(theirs.upload({ kind: 'receipt', classification }))).id
    const documentId = await filed('partner')
    await granted(spendMoney({ documentId, programId }))
    const asked = {
      programId,
      justification: 'Un motif assez long pour être lu',
      neededOn: '2027-01-15',
      lines: [line(await envelope('5.00', { profile: 'x' }), '1.00')],
    }
    await granted((await world.as('coordinator')).post('/allocations', { ...asked, documentIds: [documentId] }))
    await granted(spendMoney({ documentId: await filed('internal'), programId }))
    for (const { id } of await world.db.document.findMany({ where: { uploadedById: theirs.id } })) {
      expect(await reader.get(`/documents/${id}`)).toMatchObject({ status: 404 })
      expect(await theirs.get(`/documents/${id}`)).toMatchObject({ status: 200 })
    }
  })

  it('of general work counts for a program only while it could be granted its own', async () => {
    const refused = { status: 400, pointers: ['/programId'] }
    const { id: staffId } = await add('Prépare un programme')
    for (const stage of ['received', 'admissibility', 'decision', 'cancelled'] as const) {
      const { id: programId } = await world.aVerifiedProgram(stage)
      expect(await spendMoney({ programId, reason: 'Un motif assez long pour être lu' })).toMatchObject(refused)
      const prepared = await spendDays('0.1', { programId, staffId })
      expect([stage, prepared.status]).toEqual([stage, stage === 'cancelled' ? 400 : 201])
    }
    const { id: programId } = await world.aProvenProgram('allocation')
    await granted(spendMoney({ programId, reason: 'Un motif assez long pour être lu' }))
    const halt = { cause: 'security', note: 'Troubles dans la capitale du pays hôte' }
    await granted((await world.as('coordinator')).post(`/programs/${programId}/suspension`, halt))
    const whileSuspended = await spendMoney({ programId, reason: 'Un motif assez long pour être lu' })
    expect(whileSuspended).toMatchObject(refused)
    expect(JSON.stringify(whileSuspended.body)).toContain('suspendu')
    expect(await spendDays('0.1', { programId, staffId })).toMatchObject(refused)
    await granted(spendMoney({ reason: 'Un motif assez long pour être lu' }))
  })

  it('names nobody: people have days', async () => {
    const { id: staffId } = await add('Sans argent')
    const documentId = await world.aDocument(undefined, { kind: 'receipt' })
    expect(await spendMoney({ staffId, documentId })).toMatchObject({ status: 400, pointers: ['/staffId'] })
  })
})

describe('Staff-days that were spent', () => {
  it('are someone’s, or say why they are nobody’s', async () => {
    expect(await spendDays('1', {})).toMatchObject({ status: 400, pointers: ['/staffId'] })
    const unknown = { staffId: crypto.randomUUID() }
    expect(await spendDays('1', unknown)).toMatchObject({ status: 400, pointers: ['/staffId'] })
    const { id, name } = await add('Dominique Feuille')
    expect(await granted(spendDays('0.5', { staffId: id }))).toMatchObject({
      staff: { id, name },
      from: null,
      on: '2026-11-20',
      amount: '0.5',
    })
  })

  it('are no more than the days of their period, which lies in the fiscal year', async () => {
    const { id: staffId } = await add('Camille Période')
    expect(await spendDays('1.5', { staffId })).toMatchObject({ status: 400, pointers: ['/days'] })
    const week = { staffId, from: '2026-11-16' }
    expect(await spendDays('5.5', week)).toMatchObject({ status: 400, pointers: ['/days'] })
    expect(await granted(spendDays('4.5', week))).toMatchObject({ from: '2026-11-16', on: '2026-11-20' })
    expect(await spendDays('1', { staffId, from: '2026-11-21' })).toMatchObject({ status: 400, pointers: ['/on'] })
    expect(await spendDays('1', { staffId, from: '2026-03-31' })).toMatchObject({ status: 400, pointers: ['/from'] })
    expect(await spendDays('1', { reason: 'Un motif assez long pour être lu', from: '2026-11-16' })).toMatchObject({
      pointers: ['/from'],
    })
  })

  it('are each worked once: the refusal names the entry in the way', async () => {
    const { id: staffId } = await add('Claude Double')
    const week = { staffId, from: '2026-11-16' }
    await granted(spendDays('4', week))
    const full = await spendDays('1.5', { staffId, from: '2026-11-19' })
    expect(full).toMatchObject({ status: 400, pointers: ['/days'] })
    expect(JSON.stringify(full.body)).toContain('4.0 (2026-11-16 – 2026-11-20, –)')
    const first = await granted(spendDays('1', { staffId }))
    expect(await spendDays('0.5', { staffId, on: '2026-11-18' })).toMatchObject({ status: 400, pointers: ['/days'] })
    await granted(
      (await world.as('coordinator')).post(`/ledger/${first.id}/reversal`, {
        reason: 'La feuille de temps porte un autre jour',
      }),
    )
    expect(await spendDays('0.5', { staffId, on: '2026-11-18' })).toMatchObject({ status: 201 })
    expect(await spendDays('1', { staffId, on: '2026-11-15' })).toMatchObject({ status: 201 })
  })

  it('are each worked once, by requests recorded at the same moment too', async () => {
    const { id: staffId } = await add('Dominique Ensemble')
    const [by, executive] = [await world.as('coordinator'), await world.as('executive')]
    const days = await envelope('60', { unit: 'staffDay', profile: 'ensemble' })
    const committed = async () => {
      const asked = { envelopeId: days.id, days: '10', description: 'Terrain' }
      const { id, lines } = await granted(decide(executive, await submitted([asked])))
      await granted(by.post(`/allocations/${id}/commitments`, { lineId: lines[0]?.id, days: '10', on: '2026-11-20' }))
      return (on: string) => by.post(`/allocations/${id}/expenses`, { lineId: lines[0]?.id, days: '1', on, staffId })
    }
    const spends = [await committed(), await committed(), await committed()]
    for (const day of [9, 10, 11, 12, 13]) {
      const sent = await Promise.all(spends.map((spend) => spend(`2026-11-${String(day).padStart(2, '0')}`)))
      expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
    }
  })

  it('are summed by person, without what was reversed', async () => {
    const one = await add('Andrée Somme')
    const other = await add('Zoé Somme')
    const before = await worked(`allocationId=${allocation.id}`)
    await granted(spendDays('1', { staffId: one.id }))
    await granted(spendDays('0.5', { staffId: one.id, on: '2026-11-19' }))
    const wrong = await granted(spendDays('1', { staffId: other.id }))
    await granted(
      (await world.as('coordinator')).post(`/ledger/${wrong.id}/reversal`, {
        reason: 'Une autre personne a fait ce travail',
      }),
    )
    await granted(spendDays('2', { reason: 'Équipe de soutien, sans personne nommée' }))
    const { items, total } = await worked(`allocationId=${allocation.id}`)
    expect(items.filter(({ staff }) => staff?.name.endsWith('Somme'))).toEqual([
      { staff: { id: one.id, name: 'Andrée Somme' }, days: '1.5', entries: 2 },
    ])
    expect(items.at(-1)).toEqual({ staff: null, days: '2.0', entries: 1 })
    expect(Number(total) - Number(before.total)).toBe(3.5)
    expect(await worked('kind=release')).toEqual({ items: [], total: '0.0' })
  })
})
