import type { Activity } from '@entente/shared/activities/contract'
import type { TransferObjective } from '@entente/shared/transfer/contract'
import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../test/support/boards.ts'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)
const english = { 'accept-language': 'en' }
const whole = {
  description: 'Deux jours à Antananarivo',
  priority: 'high',
  startsOn: '2026-12-01',
  dueOn: '2026-12-03',
  labels: ['mission', 'terrain'],
  milestone: true,
  checklist: [
    { text: 'Réserver la salle', done: true },
    { text: 'Inviter', done: false },
  ],
  estimate: '4.5',
  spent: '1.0',
}

describe('A card', () => {
  it('keeps all that is said of it', async () => {
    const { coordinator, add, at } = await boards.aBoard()
    const me = coordinator.id
    const objective = await granted(
      coordinator.post<TransferObjective>(at('/transfer-objectives'), {
        competence: 'Former',
        unit: 'Direction',
        baseline: 1,
        target: 3,
        verificationMethod: 'Séance',
      }),
    )
    const documentId = await world.aDocument(coordinator)
    const links = { assigneeIds: [me], objectiveId: objective.id, documentIds: [documentId] }
    const { id } = await add('Atelier', { ...whole, ...links })
    const { body } = await coordinator.get<Activity>(`/activities/${id}`)
    expect(body).toMatchObject({ ...whole, title: 'Atelier', objective: { id: objective.id, label: 'Former' } })
    expect(body).toMatchObject({ assignees: [{ id: me }], documents: [{ id: documentId, name: 'document.pdf' }] })
  })

  it('takes no person, objective or document of elsewhere', async () => {
    const here = await boards.aBoard()
    const elsewhere = await boards.aBoard()
    const partner = await world.aPartnerOf(elsewhere.programId, 'host', 'CENI-E')
    const card = await here.add('Atelier')
    const edit = (body: object) => here.coordinator.patch(`/activities/${card.id}`, body, 1)
    expect(await edit({ assigneeIds: [partner.id] })).toMatchObject({ status: 400, pointers: ['/assigneeIds/0'] })
    expect(await edit({ objectiveId: card.id })).toMatchObject({ status: 400, pointers: ['/objectiveId'] })
    expect(await edit({ documentIds: [card.id] })).toMatchObject({ status: 400, pointers: ['/documentIds/0'] })
    expect(await edit({ checklist: [{ text: '', done: false }] })).toMatchObject({
      status: 400,
      pointers: ['/checklist/0/text'],
    })
    expect((await edit({ title: 'Atelier' })).status).toBe(200)
  })

  it('says why it is blocked, since when, until when and of whom an answer was asked', async () => {
    const { add, coordinator } = await boards.aBoard()
    const { id } = await add('Atelier')
    world.setTime('2026-11-23T15:00:00Z')
    const blocked = { reason: 'Dates à confirmer avec la commission hôte', expectedOn: '2026-12-10', asked: 'CENI' }
    const first = await coordinator.patch<Activity>(`/activities/${id}`, { blocked }, 1)
    expect(first.body.blocked).toEqual({ ...blocked, since: '2026-11-23T15:00:00.000Z' })
    world.setTime('2026-11-25T15:00:00Z')
    const later = await coordinator.patch<Activity>(`/activities/${id}`, { blocked: { ...blocked, asked: 'OIF' } }, 2)
    expect(later.body.blocked).toMatchObject({ asked: 'OIF', since: '2026-11-23T15:00:00.000Z' })
    expect((await coordinator.patch<Activity>(`/activities/${id}`, { blocked: null }, 3)).body.blocked).toBeNull()
  })

  it('leaves the board when archived, and comes back as it was', async () => {
    const { add, coordinator, programId, todo } = await boards.aBoard()
    const { id } = await add('Atelier')
    await granted(coordinator.patch(`/activities/${id}`, { archived: true }, 1))
    expect(await boards.titles(programId, todo)).toEqual(['Première'])
    await granted(coordinator.patch(`/activities/${id}`, { archived: false, as: 'undo' }, 2))
    expect(await boards.titles(programId, todo)).toEqual(['Première', 'Atelier'])
  })

  it('loses nothing when two people change it: the second is told what the first wrote', async () => {
    const { add, coordinator } = await boards.aBoard()
    const { id } = await add('Atelier')
    const analyst = await world.as('analyst')
    await granted(analyst.patch(`/activities/${id}`, { title: 'Atelier régional' }, 1))
    const second = await coordinator.patch<{ current: Activity }>(`/activities/${id}`, { title: 'Formation' }, 1)
    expect(second).toMatchObject({ status: 412, problem: 'stale-version' })
    expect(second.body.current).toMatchObject({ title: 'Atelier régional', version: 2 })
  })
})

describe('The board', () => {
  it('puts its columns in the order the team gives them, all of them at once', async () => {
    const { coordinator, at, programId, todo, doing, waiting, done } = await boards.aBoard()
    const order = [done, todo, doing, waiting]
    await granted(coordinator.post(at('/board/column-order'), { columnIds: order }))
    expect((await boards.read(programId)).columns.map(({ id }) => id)).toEqual(order)
    for (const columnIds of [
      [todo, doing],
      [todo, todo, doing, waiting],
    ])
      expect(await coordinator.post(at('/board/column-order'), { columnIds })).toMatchObject({
        status: 400,
        pointers: ['/columnIds'],
      })
  })

  it('begins with four columns, in the language of the person who writes first', async () => {
    const { id: programId } = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    await granted(coordinator.post(`/programs/${programId}/activities`, { title: 'First', type: 'other' }, english))
    const { columns } = await boards.read(programId)
    expect(columns.map(({ name }) => name)).toEqual(['To do', 'In progress', 'Waiting for the host', 'Done'])
  })
})
