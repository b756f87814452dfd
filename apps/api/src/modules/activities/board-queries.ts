import { Prisma } from '../../generated/prisma/client.ts'
import { recorded } from '../../platform/records/changing.ts'
import { holdBoardOf } from './opening-service.ts'
import { boardPolicy, columnVisible } from './policy.ts'
import { type ColumnRow, presentColumn } from './presenter.ts'

const withBoard = {
  board: { select: { program: { select: { stage: true } } } },
  _count: { select: { activities: { where: { archivedAt: null } } } },
} satisfies Prisma.BoardColumnInclude

/** A column of a board, for the commands that change one: its board is locked. */
export const columnRecord = recorded<ColumnRow>()({
  resource: 'activities/board',
  noun: 'column',
  table: 'board_columns',
  lock: holdBoardOf((id) => Prisma.sql`SELECT program_id FROM board_columns WHERE id = ${id}::uuid`),
  policy: boardPolicy,
  visible: columnVisible,
  find: async (tx, id) => {
    const { board, _count, ...row } = await tx.db.boardColumn.findUniqueOrThrow({ where: { id }, include: withBoard })
    return { ...row, program: board.program, count: _count.activities }
  },
  present: (_tx, _actor, row) => Promise.resolve(presentColumn(row)),
  programOf: ({ programId }) => programId,
})
