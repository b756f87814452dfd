import type { activities } from '@entente/shared/activities/contract'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import { type CallOf, expectVersion } from '../../platform/call.ts'
import { command } from '../../platform/command.ts'
import { lock, type Unit } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { wrongState } from '../../platform/problems.ts'
import { presentColumn } from './presenter.ts'
import { firstColumns } from './queries.ts'

/** Opens the board of a program for writing: one writer at a time, so that order and limits are never in doubt. */
export const openBoard = async (unit: Unit, programId: string) => {
  const program = await unit.db.program.findUniqueOrThrow({ where: { id: programId } })
  if (isFinal(stage.parse(program.stage))) throw wrongState('Le dossier est terminé.', 'The dossier is closed.')
  const made = await unit.db.$executeRaw`
    INSERT INTO boards (program_id, version) VALUES (${programId}::uuid, 1) ON CONFLICT DO NOTHING`
  await lock(unit, 'boards', programId)
  if (made === 1) {
    await unit.db.boardColumn.createMany({
      data: firstColumns.map((name, position) => ({ id: newId(), programId, name, position })),
    })
  }
  await unit.db.board.update({ where: { programId }, data: { version: { increment: 1 } } })
}

export const addColumn = (call: CallOf<typeof activities.addColumn>) =>
  command(call, async (unit) => {
    const programId = call.params.id
    await openBoard(unit, programId)
    const last = await unit.db.boardColumn.findFirst({ where: { programId }, orderBy: { position: 'desc' } })
    const row = await unit.db.boardColumn.create({
      data: { id: newId(), programId, position: (last?.position ?? -1) + 1, ...call.body },
    })
    const answer = presentColumn(row, [])
    return {
      answer,
      record: { action: 'column.add', resource: 'boardColumn', id: row.id, programId, version: 1, after: answer },
    }
  })

/** Renames, limits or archives a column. A column that holds cards is not archived. */
export const editColumn = (call: CallOf<typeof activities.editColumn>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { archived, ...change } = call.body
    await lock(unit, 'board_columns', id)
    const before = await unit.db.boardColumn.findUniqueOrThrow({ where: { id } })
    expectVersion(call, presentColumn(before, []))
    await openBoard(unit, before.programId)
    const cards = await unit.db.activity.count({ where: { columnId: id } })
    if (archived === true && cards > 0) {
      throw wrongState('Déplacez d’abord les activités de cette colonne.', 'Move the activities of this column first.')
    }
    const row = await unit.db.boardColumn.update({
      where: { id },
      data: {
        ...(change.name !== undefined && { name: change.name }),
        ...(change.limit !== undefined && { limit: change.limit }),
        ...(change.limitMode !== undefined && { limitMode: change.limitMode }),
        ...(archived === true && { archivedAt: unit.now }),
        version: { increment: 1 },
      },
    })
    const record = {
      action: 'column.edit',
      resource: 'boardColumn',
      id,
      programId: row.programId,
      version: row.version,
      before,
      after: row,
    }
    return { answer: { ...presentColumn(row, []), count: cards }, record }
  })
