import type { Activity } from '@entente/shared/activities/contract'
import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../test/support/boards.ts'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)

/** Three activities: a workshop after a mission, a report after the workshop. */
const aChain = async () => {
  const board = await boards.aBoard()
  const mission = await board.add('Mission')
  const workshop = await board.add('Atelier', { afterIds: [mission.id] })
  const report = await board.add('Rapport', { afterIds: [workshop.id] })
  const edit = (id: string, body: object, version: number) =>
    board.coordinator.patch<Activity>(`/activities/${id}`, body, version)
  return { ...board, mission, workshop, report, edit }
}

describe('An activity that comes after others', () => {
  it('names them, on its card and on the board', async () => {
    const { workshop, mission, programId, todo } = await aChain()
    const after = [{ id: mission.id, label: 'Mission' }]
    expect(workshop.after).toEqual(after)
    const { columns } = await boards.read(programId)
    const cards = columns.find(({ id }) => id === todo)?.cards ?? []
    expect(cards.map((card) => [card.title, card.after.map(({ label }) => label)])).toEqual([
      ['Première', []],
      ['Mission', []],
      ['Atelier', ['Mission']],
      ['Rapport', ['Atelier']],
    ])
  })

  it('never comes after itself, nor after one that waits for it, however far', async () => {
    const { mission, report, edit } = await aChain()
    const refused = { status: 400, pointers: ['/afterIds/0'] }
    expect(await edit(mission.id, { afterIds: [mission.id] }, 1)).toMatchObject(refused)
    expect(await edit(mission.id, { afterIds: [report.id] }, 1)).toMatchObject(refused)
    expect((await edit(report.id, { afterIds: [mission.id] }, 1)).status).toBe(200)
  })

  it('is not closed into a circle by two people at once', async () => {
    const { add, edit } = await aChain()
    const [one, two] = [await add('Une'), await add('Deux')]
    const replies = await Promise.all([
      edit(one.id, { afterIds: [two.id] }, 1),
      edit(two.id, { afterIds: [one.id] }, 1),
    ])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 400]))
  })

  it('is refused for each card of a change of several, without holding up the others', async () => {
    const { mission, report, workshop, coordinator, at } = await aChain()
    const changes = [
      { id: mission.id, edit: { afterIds: [report.id] } },
      { id: report.id, edit: { afterIds: [mission.id, workshop.id] } },
    ]
    const { results } = await granted(
      coordinator.post<{ results: { ok: boolean; problem: string | null }[] }>(at('/activities/changes'), { changes }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([false, true])
    expect(results[0]?.problem).toContain('Rapport')
  })

  it('is free of one that left the board, and takes none that did', async () => {
    const { mission, workshop, edit, coordinator } = await aChain()
    await granted(edit(mission.id, { archived: true }, 1))
    const { body } = await coordinator.get<Activity>(`/activities/${workshop.id}`)
    expect(body.after).toEqual([])
    expect(await edit(workshop.id, { afterIds: [mission.id] }, 1)).toMatchObject({
      status: 400,
      pointers: ['/afterIds/0'],
    })
  })
})
