import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../../test/support/boards.ts'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)
const free = { personLimit: null, personLimitMode: 'warn', laneAttribute: null, laneLimit: null, laneLimitMode: 'warn' }
const refused = { status: 409, problem: 'limit-reached' }
type Board = Awaited<ReturnType<typeof boards.aBoard>>

const limit = (board: Board, limits: object) =>
  granted(board.coordinator.post(board.at('/board/limits'), { ...free, ...limits }))

describe('A limit on a column', () => {
  it('that blocks refuses one card more, by whatever way it comes', async () => {
    const board = await boards.aBoard()
    const { coordinator, add, move, doing, at } = board
    await granted(coordinator.patch(`/board-columns/${doing}`, { limit: 1, limitMode: 'block' }, 1))
    const [inside, outside] = [await add('Dedans', { columnId: doing }), await add('Dehors')]
    expect(await move(outside, doing)).toMatchObject({ ...refused, body: { limit: 1 } })
    const another = { title: 'Autre', type: 'other', columnId: doing }
    expect(await coordinator.post(at('/activities'), another)).toMatchObject(refused)
    const change = { changes: [{ id: outside.id, columnId: doing }] }
    const bulk = await coordinator.post(at('/activities/changes'), change)
    expect(bulk.body).toMatchObject({ results: [{ ok: false, problem: expect.stringContaining('au plus 1') }] })
    await granted(coordinator.patch(`/activities/${inside.id}`, { archived: true }, 1))
    await granted(move(outside, doing))
    expect(await coordinator.patch(`/activities/${inside.id}`, { archived: false }, 2)).toMatchObject(refused)
  })

  it('that warns lets it in, and a card always moves within its own column', async () => {
    const { coordinator, add, move, doing } = await boards.aBoard()
    await granted(coordinator.patch(`/board-columns/${doing}`, { limit: 1, limitMode: 'warn' }, 1))
    const first = await add('Première', { columnId: doing })
    await granted(move(await add('Deuxième'), doing))
    await granted(coordinator.patch(`/board-columns/${doing}`, { limitMode: 'block' }, 2))
    expect((await move(first, doing)).status).toBe(200)
  })

  it('holds when many come at once', async () => {
    const { coordinator, add, move, doing, programId } = await boards.aBoard()
    await granted(coordinator.patch(`/board-columns/${doing}`, { limit: 3, limitMode: 'block' }, 1))
    const cards = await Promise.all(Array.from({ length: 8 }, (_, index) => add(`Carte ${index}`)))
    const replies = await Promise.all(cards.map((card) => move(card, doing)))
    expect(statusesOf(replies)).toEqual([200, 200, 200, 409, 409, 409, 409, 409])
    expect(await boards.titles(programId, doing)).toHaveLength(3)
  })
})

describe('A limit on a person', () => {
  it('counts the open cards of the whole board, and not what is done', async () => {
    const board = await boards.aBoard()
    const { coordinator, add, move, doing, done } = board
    await limit(board, { personLimit: 2, personLimitMode: 'block' })
    const mine = { assigneeIds: [coordinator.id] }
    const first = await add('Une', mine)
    await add('Deux', { ...mine, columnId: doing })
    const third = await add('Trois')
    expect(await coordinator.patch(`/activities/${third.id}`, mine, 1)).toMatchObject(refused)
    await granted(move(first, done))
    await granted(coordinator.patch(`/activities/${third.id}`, mine, 1))
    expect(await move(first, doing)).toMatchObject(refused)
  })
})

describe('A limit on a lane', () => {
  it('refuses a card moved, edited or made into a full lane, and leaves it there', async () => {
    const board = await boards.aBoard()
    const { coordinator, add, move, todo, at } = board
    await limit(board, { laneAttribute: 'priority', laneLimit: 1, laneLimitMode: 'block' })
    await add('Pressée', { priority: 'urgent' })
    const calm = await add('Calme', { priority: 'low' })
    const lane = { attribute: 'priority', value: 'urgent' }
    expect(await move(calm, todo, { lane })).toMatchObject(refused)
    expect(await coordinator.patch(`/activities/${calm.id}`, { priority: 'urgent' }, 1)).toMatchObject(refused)
    const urgent = { title: 'Autre', type: 'other', priority: 'urgent' }
    expect(await coordinator.post(at('/activities'), urgent)).toMatchObject(refused)
    expect((await coordinator.get(`/activities/${calm.id}`)).body).toMatchObject({ priority: 'low', version: 1 })
  })

  it('changes the attribute of a card that crosses lanes, and keeps its others', async () => {
    const { coordinator, add, move, doing } = await boards.aBoard()
    const analyst = await world.as('analyst')
    const people = { assigneeIds: [coordinator.id, analyst.id], labels: ['terrain', 'mission'] }
    const card = await add('Atelier', people)
    const toAnalyst = { attribute: 'assignee', value: analyst.id }
    expect((await move(card, doing, { lane: toAnalyst })).body).toMatchObject({ assignees: [{ id: analyst.id }] })
    const unlabelled = await move(card, doing, { lane: { attribute: 'label', value: null } })
    expect(unlabelled.body).toMatchObject({ labels: ['mission'], columnId: doing })
  })
})
