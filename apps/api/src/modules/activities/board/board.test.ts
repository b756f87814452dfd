import { describe, expect, it } from 'vitest'
import { activityBoard } from '@entente/shared/activities/board-contract'
import type { Activity } from '@entente/shared/activities/contract'
import { boardsIn } from '../../../../test/support/boards.ts'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

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

describe('The board', () => {
  it('is answered exactly as its contract says, though the database writes it', async () => {
    const { add, coordinator, at, programId } = await boards.aBoard()
    const card = await add('Atelier', { ...whole, assigneeIds: [coordinator.id] })
    await granted(coordinator.post(`/activities/${card.id}/comments`, { body: 'Prêt.' }))
    const blocked = { reason: 'Les dates restent à confirmer par l’hôte', expectedOn: null, asked: null }
    await granted(coordinator.patch(`/activities/${card.id}`, { blocked }, 1))
    const answer = await coordinator.get(at('/board'))
    expect(activityBoard.parse(answer.body)).toEqual(answer.body)
    expect(answer.headers.etag).toBe(`"${answer.body.version}"`)
    const shown = (await boards.read(programId)).columns[0]?.cards[1]
    const { body: alone } = await coordinator.get<Activity>(`/activities/${card.id}`)
    expect(shown).toMatchObject({ comments: 1, documents: 0, checklist: { done: 1, total: 2 }, position: 1 })
    const { checklist: _, documents: __, ...same } = shown ?? {}
    expect(alone).toMatchObject(same as object)
  })

  it('is answered from its version until a card, a comment or a column changes', async () => {
    const { add, coordinator, at } = await boards.aBoard()
    const etag = async () => String((await coordinator.get(at('/board'))).headers.etag)
    const again = async (known: string) => (await coordinator.get(at('/board'), { 'if-none-match': known })).status
    const first = await etag()
    expect(await again(first)).toBe(304)
    const card = await add('Atelier')
    expect(await again(first)).toBe(200)
    const second = await etag()
    await granted(coordinator.post(`/activities/${card.id}/comments`, { body: 'Prêt.' }))
    expect(await again(second)).toBe(200)
    const third = await etag()
    await granted(coordinator.post(at('/board/columns'), { name: 'À relire' }))
    expect(await again(third)).toBe(200)
  })

  it('begins with the usual activities of the program, in the language of the person', async () => {
    const { coordinator, at, programId, todo } = await boards.aBoard()
    expect(await coordinator.post(at('/activities/template'), {}, english)).toMatchObject({ status: 201 })
    expect(await boards.titles(programId, todo)).toContain('Write the mission report')
  })
})
