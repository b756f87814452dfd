import type { boards } from '@entente/shared/activities/board-contract'
import { boardLimits } from '@entente/shared/activities/limits/contract'
import type { Label, Locale } from '@entente/shared/kernel/text'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { presentColumn } from './presenter.ts'
import { limitsOf } from './limits/presenter.ts'

/** The columns a board begins with, made with the first write; the work of the last one is done. */
const firstColumns: readonly Label[] = [
  { fr: 'À faire', en: 'To do' },
  { fr: 'En cours', en: 'In progress' },
  { fr: 'En attente de l’hôte', en: 'Waiting for the host' },
  { fr: 'Terminé', en: 'Done' },
]

/**
 * Opens the board of a program for writing: one writer at a time, so that order and limits are never in doubt. The first
 * one makes its columns, named in their language: from then on they are the team's own.
 */
export const openBoard = async (tx: Tx, programId: string, locale: Locale) => {
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: programId } })
  if (isFinal(stage.parse(program.stage))) throw wrongState('Le dossier est terminé.', 'The dossier is closed.')
  const made = await tx.db.$executeRaw`
    INSERT INTO boards (program_id, version) VALUES (${programId}::uuid, 1) ON CONFLICT DO NOTHING`
  await lock(tx, 'boards', programId)
  if (made === 1) {
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
  return tx.db.board.update({ where: { programId }, data: { version: { increment: 1 } } })
}

export const addColumn = (call: CallOf<typeof boards.addColumn>) =>
  command(call, async (tx) => {
    const programId = call.params.id
    await openBoard(tx, programId, call.locale)
    const last = await tx.db.boardColumn.findFirst({ where: { programId }, orderBy: { position: 'desc' } })
    const row = await tx.db.boardColumn.create({
      data: { id: newId(), programId, position: (last?.position ?? -1) + 1, ...call.body },
    })
    const answer = presentColumn(row, 0)
    const record = { action: 'column.add', resource: 'boardColumn', id: row.id, programId, version: 1, after: answer }
    return { answer, record }
  })

/** Renames, limits or archives a column. A column that holds cards is not archived. */
export const editColumn = (call: CallOf<typeof boards.editColumn>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { archived, ...change } = call.body
    await lock(tx, 'board_columns', id)
    const before = await tx.db.boardColumn.findUniqueOrThrow({ where: { id } })
    const cards = await tx.db.activity.count({ where: { columnId: id, archivedAt: null } })
    expectVersion(call, presentColumn(before, cards))
    await openBoard(tx, before.programId, call.locale)
    if (archived === true && cards > 0) {
      throw wrongState('Déplacez d’abord les activités de cette colonne.', 'Move the activities of this column first.')
    }
    const row = await tx.db.boardColumn.update({
      where: { id },
      data: { ...defined(change), ...(archived === true && { archivedAt: tx.now }), version: { increment: 1 } },
    })
    const { programId, version } = row
    const record = { action: 'column.edit', resource: 'boardColumn', id, programId, version, before, after: row }
    return { answer: presentColumn(row, cards), record }
  })

/** Puts the columns in the order given: all of the board's columns, each once. */
export const orderColumns = (call: CallOf<typeof boards.orderColumns>) =>
  command(call, async (tx) => {
    const programId = call.params.id
    const { columnIds } = call.body
    const board = await openBoard(tx, programId, call.locale)
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
    const record = { action: 'board.order', resource: 'board', id: programId, programId, version: board.version }
    return { answer, record: { ...record, before: { columnIds: before }, after: { columnIds } } }
  })

/** Sets the limits of persons and lanes. Cards already beyond a new limit stay; the next one is refused. */
export const limitBoard = (call: CallOf<typeof boards.limit>) =>
  command(call, async (tx) => {
    const programId = call.params.id
    const before = await openBoard(tx, programId, call.locale)
    const row = await tx.db.board.update({ where: { programId }, data: boardLimits.parse(call.body) })
    const answer = limitsOf(row)
    const record = { action: 'board.limit', resource: 'board', id: programId, programId, version: row.version }
    return { answer, record: { ...record, before: limitsOf(before), after: answer } }
  })
