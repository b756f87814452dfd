import type { Label, Locale } from '@entente/shared/kernel/text'
import { Prisma } from '../../generated/prisma/client.ts'
import type { AuditRecord } from '../../platform/records/audit.ts'
import type { Call } from '../../platform/records/call.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { boardPolicy, boardVisible } from './policy.ts'

/** The columns a board begins with, made with the first write; the work of the last one is done. */
const firstColumns: readonly Label[] = [
  { fr: 'À faire', en: 'To do' },
  { fr: 'En cours', en: 'In progress' },
  { fr: 'En attente de l’hôte', en: 'Waiting for the host' },
  { fr: 'Terminé', en: 'Done' },
]

const addFirstColumns = async (tx: Tx, programId: string, locale: Locale) => {
  const last = firstColumns.length - 1
  await tx.db.boardColumn.createMany({
    data: firstColumns.map((name, position) => ({
      id: newId(),
      programId,
      name: name[locale],
      position,
      done: position === last,
    })),
  })
}

/**
 * Opens the board of a program for writing: one writer at a time, so that order and limits are never in doubt. The first
 * one makes its columns, named in their language: from then on they are the team's own.
 */
const openBoard = async (tx: Tx, programId: string, locale: Locale) => {
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: programId } })
  const made = await tx.db.$executeRaw`
    INSERT INTO boards (program_id, version) VALUES (${programId}::uuid, 1) ON CONFLICT DO NOTHING`
  await lock(tx, 'boards', programId)
  if (made === 1) await addFirstColumns(tx, programId, locale)
  const board = await tx.db.board.update({ where: { programId }, data: { version: { increment: 1 } } })
  return { ...board, program }
}
export type OpenBoard = Awaited<ReturnType<typeof openBoard>>

/** For what is added to the board of a program, opened for it. */
export const toBoard = {
  visible: boardVisible,
  parent: (tx: Tx, { params, locale }: Call & { params: { id: string } }) => openBoard(tx, params.id, locale),
}

/** The same for a command of the whole board, which asks its rule here. */
export const boardToChange = async (tx: Tx, call: Call & { params: { id: string } }) => {
  const board = await toBoard.parent(tx, call)
  authorize(boardPolicy.edit, board, call.actor)
  return board
}

/** What the trail keeps of such a command. */
export const toldOf = (
  { programId, version }: OpenBoard,
  action: string,
  told: Pick<AuditRecord, 'before' | 'after'>,
): AuditRecord => ({
  action: `board.${action}`,
  resource: 'activities/board',
  id: programId,
  programId,
  version,
  ...told,
})

/** Locks the board on which something stands: one writer at a time. What holds it sees that it changed. */
export const holdBoardOf = (programOf: (id: string) => Prisma.Sql) => async (tx: Tx, id: string) => {
  await tx.db.$executeRaw(Prisma.sql`UPDATE boards SET version = version + 1 WHERE program_id = (${programOf(id)})`)
}
export const holdBoardOfActivity = holdBoardOf(
  (id) => Prisma.sql`SELECT program_id FROM activities WHERE id = ${id}::uuid`,
)
