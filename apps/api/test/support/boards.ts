import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import type { Activity } from '@entente/shared/activities/contract'
import { granted } from './builders.ts'
import type { World } from './world.ts'

/** A program's board, with the four columns it begins with and cards as a team makes them. */
export const boardsIn = (world: World) => {
  const read = async (programId: string) =>
    granted((await world.as('coordinator')).get<ActivityBoard>(`/programs/${programId}/board`))
  return {
    read,
    /** A program, its coordinator and its empty board. */
    aBoard: async () => {
      const { id: programId } = await world.aVerifiedProgram('analysis')
      const coordinator = await world.as('coordinator')
      const add = (title: string, fields: object = {}) =>
        granted(coordinator.post<Activity>(`/programs/${programId}/activities`, { title, type: 'other', ...fields }))
      await add('Première')
      const board = await read(programId)
      const [todo, doing, waiting, done] = board.columns.map(({ id }) => id)
      if (todo === undefined || doing === undefined || waiting === undefined || done === undefined)
        throw new Error('A board begins with four columns')
      const move = (card: { id: string }, columnId: string, fields: object = {}) =>
        coordinator.post<Activity>(`/activities/${card.id}/move`, { columnId, ...fields })
      return {
        programId,
        coordinator,
        add,
        move,
        todo,
        doing,
        waiting,
        done,
        at: (path: string) => `/programs/${programId}${path}`,
      }
    },
    /** The titles of a column, top to bottom. */
    titles: async (programId: string, columnId: string) =>
      (await read(programId)).columns.find(({ id }) => id === columnId)?.cards.map(({ title }) => title),
  }
}
