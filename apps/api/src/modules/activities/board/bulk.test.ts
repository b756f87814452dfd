import type { BulkResult } from '@entente/shared/activities/board-contract'
import { describe, expect, it } from 'vitest'
import { boardsIn } from '../../../../test/support/boards.ts'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const boards = boardsIn(world)

describe('Changing several cards at once', () => {
  it('does what may be done and says for each other why not', async () => {
    const { add, coordinator, at, doing, programId } = await boards.aBoard()
    const [a, b, gone] = [await add('A'), await add('B'), '01993000-0000-7000-8000-000000000000']
    const changes = [
      { id: a.id, version: 1, columnId: doing, edit: { priority: 'urgent' } },
      { id: b.id, version: 7, columnId: doing },
      { id: gone, columnId: doing },
    ]
    const { results } = await granted(coordinator.post<BulkResult>(at('/activities/changes'), { changes }))
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false])
    expect(results[0]?.activity).toMatchObject({ priority: 'urgent', columnId: doing })
    expect(results[1]?.problem).toContain('Relisez-la')
    expect(await boards.titles(programId, doing)).toEqual(['A'])
  })

  it('can be previewed: the same answer, and nothing changed', async () => {
    const { add, coordinator, at, doing, todo, programId } = await boards.aBoard()
    const a = await add('A')
    const changes = [{ id: a.id, columnId: doing }]
    const preview = await granted(coordinator.post<BulkResult>(at('/activities/changes'), { changes, preview: true }))
    expect(preview.results).toMatchObject([{ ok: true, activity: { columnId: doing } }])
    expect(await boards.titles(programId, todo)).toEqual(['Première', 'A'])
    expect((await coordinator.get(`/activities/${a.id}`)).body.version).toBe(1)
  })

  it('touches only the program in its path', async () => {
    const here = await boards.aBoard()
    const there = await boards.aBoard()
    const theirs = await there.add('Ailleurs')
    const body = { changes: [{ id: theirs.id, edit: { title: 'Prise' } }] }
    const { results } = await granted(here.coordinator.post<BulkResult>(here.at('/activities/changes'), body))
    expect(results).toMatchObject([{ ok: false }])
    expect((await there.coordinator.get(`/activities/${theirs.id}`)).body).toMatchObject({ title: 'Ailleurs' })
  })
})
