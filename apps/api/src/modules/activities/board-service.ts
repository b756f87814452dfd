import { boards } from '@entente/shared/activities/board-contract'
import { boardLimits } from '@entente/shared/activities/limits/contract'
import type { CallOf } from '../../platform/records/call.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { command } from '../../platform/records/command.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { columnRecord } from './board-queries.ts'
import { limitsOf } from './limits/presenter.ts'
import { boardToChange, toBoard, toldOf } from './opening-service.ts'
import { boardPolicy } from './policy.ts'

/** Adds a column at the end of the board. */
export const addColumn = adding(
  boards.addColumn,
  columnRecord,
  { action: 'add', rule: boardPolicy.edit, ...toBoard },
  async ({ tx, body, parent: { programId } }) => {
    const last = await tx.db.boardColumn.findFirst({ where: { programId }, orderBy: { position: 'desc' } })
    const id = newId()
    await tx.db.boardColumn.create({ data: { id, programId, position: (last?.position ?? -1) + 1, ...body } })
    return id
  },
)

/** Renames, limits or archives a column. A column that holds cards is not archived. */
export const editColumn = changing(
  boards.editColumn,
  columnRecord,
  'edit',
  async ({ tx, id, body: { archived, ...change }, before }) => {
    if (archived === true && before.count > 0) {
      throw wrongState('Déplacez d’abord les activités de cette colonne.', 'Move the activities of this column first.')
    }
    await tx.db.boardColumn.update({
      where: { id },
      data: { ...defined(change), ...(archived === true && { archivedAt: tx.now }), version: { increment: 1 } },
    })
  },
)

/** Puts the columns in the order given: all of the board's columns, each once. */
export const orderColumns = (call: CallOf<typeof boards.orderColumns>) =>
  command(call, async (tx) => {
    const programId = call.params.id
    const { columnIds } = call.body
    const board = await boardToChange(tx, call)
    const columns = await tx.db.boardColumn.findMany({
      where: { programId, archivedAt: null },
      orderBy: { position: 'asc' },
    })
    const before = columns.map(({ id }) => id)
    if (columnIds.toSorted().join() !== before.toSorted().join())
      throw invalidField('/columnIds', {
        fr: 'Nommez chaque colonne du tableau une fois ; le tableau a peut-être changé.',
        en: 'Name every column of the board once; the board may have changed.',
      })
    for (const [position, id] of columnIds.entries())
      await tx.db.boardColumn.update({ where: { id }, data: { position } })
    const answer = { columnIds, version: board.version }
    return { answer, record: toldOf(board, 'order', { before: { columnIds: before }, after: { columnIds } }) }
  })

/** Sets the limits of persons and lanes. Cards already beyond a new limit stay; the next one is refused. */
export const limitBoard = (call: CallOf<typeof boards.limit>) =>
  command(call, async (tx) => {
    const before = await boardToChange(tx, call)
    const row = await tx.db.board.update({ where: { programId: call.params.id }, data: boardLimits.parse(call.body) })
    const answer = limitsOf(row)
    return { answer, record: toldOf(before, 'limit', { before: limitsOf(before), after: answer }) }
  })
