import type { ActivityEvent, Comment, Presence } from '@entente/shared/activities/comments/contract'
import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../../test/support/boards.ts'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)
type Comments = { items: Comment[] }

describe('A comment', () => {
  it('mentions colleagues only: those who may see the card', async () => {
    const { add, coordinator, programId } = await boards.aBoard()
    const { id } = await add('Atelier')
    const analyst = await world.as('analyst')
    const partner = await world.aPartnerOf(programId, 'host', 'CENI-M')
    const say = (mentionIds: string[]) =>
      coordinator.post<Comment>(`/activities/${id}/comments`, { body: 'Peux-tu relire ?', mentionIds })
    expect(await say([partner.id])).toMatchObject({ status: 400, pointers: ['/mentionIds/0'] })
    expect((await say([analyst.id])).body.mentions).toEqual([{ id: analyst.id, name: analyst.name }])
    const mine = await granted(analyst.get<Comments>('/mentions'))
    expect(mine.items).toMatchObject([{ body: 'Peux-tu relire ?', activityTitle: 'Atelier', programId }])
    expect(await partner.get(`/activities/${id}/comments`)).toMatchObject({ status: 403 })
    expect(await partner.get('/mentions')).toMatchObject({ status: 403 })
  })

  it('is corrected and taken away by its author alone', async () => {
    const { add, coordinator } = await boards.aBoard()
    const { id } = await add('Atelier')
    const comment = await granted(coordinator.post<Comment>(`/activities/${id}/comments`, { body: 'Prét' }))
    const path = `/activity-comments/${comment.id}`
    const manager = await world.as('manager')
    expect(await manager.patch(path, { body: 'x' }, 1)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    expect(await manager.delete(path, 1)).toMatchObject({ status: 409 })
    expect((await coordinator.patch<Comment>(path, { body: 'Prêt' }, 1)).body.body).toBe('Prêt')
    expect((await coordinator.delete(path, 2)).status).toBe(204)
    expect((await granted(coordinator.get<Comments>(`/activities/${id}/comments`))).items).toEqual([])
    expect(await coordinator.patch(path, { body: 'x' }, 2)).toMatchObject({ status: 404 })
  })
})

describe('Presence on a card', () => {
  it('shows who else has it open or writes, until fifteen seconds after the last word', async () => {
    world.setTime('2026-11-23T15:00:00Z')
    const { add, coordinator } = await boards.aBoard()
    const { id } = await add('Atelier')
    const analyst = await world.as('analyst')
    const attend = async (person: typeof analyst, body: object) =>
      (await granted(person.post<Presence>(`/activities/${id}/presence`, body))).people
    expect(await attend(coordinator, { editing: true })).toEqual([])
    expect(await attend(analyst, { editing: false })).toEqual([
      { id: coordinator.id, name: coordinator.name, editing: true },
    ])
    await attend(coordinator, { editing: false, leaving: true })
    expect(await attend(analyst, { editing: false })).toEqual([])
    world.setTime('2026-11-23T15:00:16Z')
    expect(await attend(coordinator, { editing: false })).toEqual([])
  })
})

describe('The history of a card', () => {
  it('tells each change with what it replaced, undo as undo, and changes made together', async () => {
    const { add, move, coordinator, at, doing, todo } = await boards.aBoard()
    const card = await add('Atelier')
    await granted(coordinator.patch(`/activities/${card.id}`, { title: 'Formation' }, 1))
    await granted(move(card, doing))
    await granted(move(card, todo, { as: 'undo' }))
    const changes = [{ id: card.id, edit: { priority: 'high' } }]
    await granted(coordinator.post(at('/activities/changes'), { changes }))
    const { items } = await granted(coordinator.get<{ items: ActivityEvent[] }>(`/activities/${card.id}/history`))
    expect(items.map(({ action }) => action)).toEqual([
      'board.change',
      'activity.undo',
      'activity.move',
      'activity.edit',
      'activity.create',
    ])
    expect(items[3]?.changes).toEqual([{ field: 'title', before: 'Atelier', after: 'Formation' }])
    expect(items[1]?.changes).toMatchObject([{ field: 'columnId', before: doing, after: todo }])
  })
})
