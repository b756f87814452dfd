import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide, read, fundableProgram } = resourcesIn(world)
let profiles = 0
const anEnvelope = (fields: object = {}) => envelope('1000.00', { profile: `pièces ${(profiles += 1)}`, ...fields })
const body = { justification: 'Essai de la demande de ressources', neededOn: '2026-12-01' }

describe('Documents of a request', () => {
  it('are attached when it is written, changed while it is, and filed in its program', async () => {
    const program = await fundableProgram()
    const money = await anEnvelope()
    const coordinator = await world.as('coordinator')
    const [first, second] = [await world.aDocument(), await world.aDocument()]
    const asking = { ...body, programId: program.id, lines: [line(money, '10.00')] }
    const made = await granted(coordinator.post<Allocation>('/allocations', { ...asking, documentIds: [first] }))
    expect(made.documentIds).toEqual([first])
    const edited = await granted(
      coordinator.patch<Allocation>(`/allocations/${made.id}`, { documentIds: [first, second] }, made.version),
    )
    expect(edited.documentIds).toEqual([first, second])
    expect((await coordinator.get(`/documents/${second}`)).body).toMatchObject({ programId: program.id })
    const wrong = await coordinator.post('/allocations', { ...asking, documentIds: [first, money.id] })
    expect(wrong).toMatchObject({ status: 400, pointers: ['/documentIds/1'] })
    await granted(coordinator.post(`/allocations/${made.id}/submission`))
    const late = await coordinator.patch(`/allocations/${made.id}`, { documentIds: [] }, edited.version + 1)
    expect(late).toMatchObject({ status: 409, problem: 'wrong-state' })
  })
})

describe('Restricted documents of a request for general work', () => {
  it('stay with it when a colleague who may not open them changes it', async () => {
    const documentId = await world.aDocument(undefined, { classification: 'restricted' })
    const body = {
      programId: null,
      justification: 'Veille à distance avant le scrutin.',
      neededOn: '2026-12-01',
      documentIds: [documentId],
    }
    const lines = [line(await envelope('50.00', { profile: 'restreint' }), '10.00')]
    const coordinator = await world.as('coordinator')
    const { id, version } = await granted(coordinator.post<Allocation>('/allocations', { ...body, lines }))
    const other = await world.as('coordinator2')
    expect(await other.get(`/documents/${documentId}`)).toMatchObject({ status: 404 })
    const change = { justification: 'Veille et suivi à distance du scrutin.', documentIds: [documentId] }
    expect(await granted(other.patch(`/allocations/${id}`, change, version))).toMatchObject(change)
  })

  it('are filed without a deadlock by those who attach the same ones in other orders', async () => {
    const { id: programId } = await world.aVerifiedProgram('design')
    const ids = await Promise.all(Array.from({ length: 8 }, () => world.aDocument()))
    const money = await envelope('50.00', { profile: 'versement' })
    const coordinator = await world.as('coordinator')
    const ask = (documentIds: string[]) => {
      const body = {
        programId,
        justification: 'Vol vers la capitale du pays hôte.',
        neededOn: '2026-12-01',
        documentIds,
        lines: [line(money, '1.00')],
      }
      return coordinator.post('/allocations', body)
    }
    const sent = await Promise.all(Array.from({ length: 10 }, (_, place) => ask(place % 2 ? ids : ids.toReversed())))
    expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(201))
  })
})

describe('The day a request is needed on', () => {
  it('is not past when it is written or changed; an old request is decided still', async () => {
    const money = await anEnvelope()
    const coordinator = await world.as('coordinator')
    const asking = { ...body, programId: null, lines: [line(money, '10.00')] }
    const late = await coordinator.post('/allocations', { ...asking, neededOn: '2026-11-22' })
    expect(late).toMatchObject({ status: 400, pointers: ['/neededOn'] })
    const made = await granted(coordinator.post<Allocation>('/allocations', { ...asking, neededOn: '2026-11-23' }))
    const change = (neededOn: string) => coordinator.patch(`/allocations/${made.id}`, { neededOn }, made.version)
    expect(await change('2026-11-22')).toMatchObject({ status: 400, pointers: ['/neededOn'] })
    const asked = await granted(coordinator.post<Allocation>(`/allocations/${made.id}/submission`))
    world.setTime('2026-12-10T15:00:00Z')
    expect((await decide(await world.as('executive'), asked)).status).toBe(200)
    world.setTime(start.toISOString())
  })
})

describe('An approved request', () => {
  it('is never edited: what is missing is asked by another that names it', async () => {
    const money = await anEnvelope()
    const coordinator = await world.as('coordinator')
    const approved = await granted(decide(await world.as('executive'), await submitted([line(money, '100.00')])))
    expect(approved.can).not.toContain('edit')
    expect((await world.as('coordinator')).id).toBe(approved.requestedBy.id)
    const asking = { ...body, programId: null, lines: [line(money, '50.00')] }
    const more = await granted(coordinator.post<Allocation>('/allocations', { ...asking, amendsId: approved.id }))
    expect(more.amendsId).toBe(approved.id)
    const seen = await granted(coordinator.get<Allocation>(`/allocations/${approved.id}`))
    expect(seen).toMatchObject({ amendmentIds: [more.id], state: 'approved', lines: [{ approved: '100.00' }] })
    expect(seen.can).toContain('amend')
    expect(await read(money)).toMatchObject({ reserved: '100.00' })
    const pending = await draft([line(money, '1.00')])
    const program = await fundableProgram()
    for (const bad of [
      { amendsId: pending.id },
      { amendsId: approved.id, programId: program.id },
      { amendsId: money.id },
    ]) {
      expect((await coordinator.post('/allocations', { ...asking, ...bad })).pointers).toEqual(['/amendsId'])
    }
  })
})

describe('A fiscal year that has ended', () => {
  it('takes no new request and no approval, and still takes what was spent in it', async () => {
    const money = await anEnvelope()
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const approved = await granted(decide(executive, await submitted([line(money, '100.00')])))
    const waiting = await submitted([line(money, '10.00')])
    world.setTime('2027-04-01T15:00:00Z')
    const asking = { ...body, neededOn: '2027-05-01', programId: null, lines: [line(money, '1.00')] }
    expect(await coordinator.post('/allocations', asking)).toMatchObject({
      status: 400,
      pointers: ['/lines/0/envelopeId'],
    })
    expect(await decide(executive, waiting)).toMatchObject({ status: 409, problem: 'wrong-state' })
    const entry = (kind: string, on: string) =>
      coordinator.post(`/allocations/${approved.id}/${kind}`, {
        lineId: approved.lines[0]?.id,
        on,
        amount: { amount: '40.00', currency: 'CAD' },
        ...withoutReceipt(kind),
      })
    expect((await entry('commitments', '2027-04-01')).pointers).toEqual(['/on'])
    expect((await entry('commitments', '2027-03-31')).status).toBe(201)
    expect((await entry('expenses', '2027-03-31')).status).toBe(201)
    expect(
      (await decide(executive, waiting, { outcome: 'returned', reason: 'L’exercice de cette ligne est clos' })).status,
    ).toBe(200)
    expect(await read(money)).toMatchObject({ reserved: '60.00', spent: '40.00' })
    world.setTime('2026-11-23T15:00:00Z')
  })
})
