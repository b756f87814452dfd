import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../test/support/boards.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)

/** Numbers that look random and are the same on every run. */
const numbers = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed
}

describe('The order of cards', () => {
  it('is the order they were put in: directly before, directly after, or last', async () => {
    const { add, move, todo, doing, programId } = await boards.aBoard()
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await move(a, doing)
    await move(b, doing, { before: a.id })
    await move(c, doing, { after: b.id })
    expect(await boards.titles(programId, doing)).toEqual(['B', 'C', 'A'])
    await move(a, todo)
    expect(await boards.titles(programId, todo)).toEqual(['Première', 'A'])
  })

  it('refuses a neighbour that went away and an archived column; the card stays', async () => {
    const { add, move, doing, todo, waiting, coordinator, programId } = await boards.aBoard()
    const [a, b] = [await add('A'), await add('B')]
    await move(b, doing)
    expect(await move(a, todo, { before: b.id })).toMatchObject({ status: 400, pointers: ['/before'] })
    await coordinator.patch(`/activities/${b.id}`, { archived: true }, 2)
    expect(await move(a, doing, { after: b.id })).toMatchObject({ status: 400, pointers: ['/after'] })
    await coordinator.patch(`/board-columns/${waiting}`, { archived: true }, 1)
    expect(await move(a, waiting)).toMatchObject({ status: 400, pointers: ['/columnId'] })
    expect(await move(a, doing, {})).toMatchObject({ status: 200 })
    expect(await boards.titles(programId, doing)).toEqual(['A'])
  })

  it('keeps its keys short, however often cards go into one gap', async () => {
    const { add, move, doing, programId } = await boards.aBoard()
    const [top, x, y] = [await add('Haut'), await add('X'), await add('Y')]
    await move(top, doing)
    await move(x, doing)
    await move(y, doing)
    for (let times = 0; times < 150; times += 1) await move(times % 2 === 0 ? y : x, doing, { after: top.id })
    const rows = await world.db.activity.findMany({ where: { programId }, select: { rank: true } })
    expect(Math.max(...rows.map(({ rank }) => rank.length))).toBeLessThanOrEqual(60)
    expect(await boards.titles(programId, doing)).toEqual(['Haut', 'X', 'Y'])
  }, 60_000)

  it('loses and doubles no card in a thousand moves by sixteen people at once', async () => {
    const { add, todo, doing, done, programId } = await boards.aBoard()
    const people = await Promise.all(
      Array.from({ length: 16 }, (_, index) => world.someone(`mover-${index}`, ['coordinator'])),
    )
    const cards = [await add('0')]
    for (let index = 1; index < 24; index += 1) cards.push(await add(String(index)))
    const next = numbers(20_261_124)
    const pick = <T>(list: readonly T[]) => list[next() % list.length]
    const walk = async (person: (typeof people)[number], steps: number) => {
      for (let step = 0; step < steps; step += 1) {
        const beside = next() % 3 === 0 ? {} : { [next() % 2 === 0 ? 'before' : 'after']: pick(cards)?.id }
        const { status } = await person.post(`/activities/${pick(cards)?.id}/move`, {
          columnId: pick([todo, doing, done]),
          ...beside,
        })
        // A neighbour may have gone to another column meanwhile: that is an answer, not a failure.
        expect([200, 400]).toContain(status)
      }
    }
    await Promise.all(people.map((person, index) => walk(person, index < 8 ? 63 : 62)))
    const board = await boards.read(programId)
    const shown = board.columns.flatMap((column) => column.cards.map(({ title }) => title))
    expect(shown.toSorted()).toEqual(['Première', ...cards.map(({ title }) => title)].toSorted())
    const rows = await world.db.activity.findMany({ where: { programId } })
    expect(new Set(rows.map((row) => `${row.columnId} ${row.rank}`)).size).toBe(rows.length)
    for (const column of board.columns) expect(column.count).toBe(column.cards.length)
  }, 180_000)
})
