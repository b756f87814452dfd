import type { activities } from '@entente/shared/activities/contract'
import { type Call, type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asOptionalDate } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Unit } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { namesOf } from '../users/queries.ts'
import { attachAll } from '../documents/service.ts'
import { personOf } from '../users/presenter.ts'
import { openBoard } from './board-service.ts'
import { applyChange, openColumn, requireLinks } from './change-service.ts'
import { requireCapacity, requireRoom } from './limits/service.ts'
import { activityFor } from './queries.ts'
import { rankIn } from './rank-service.ts'

const done = async (unit: Unit, call: Call, id: string, action: string, before?: unknown) => {
  const answer = await activityFor(unit, call.actor, id)
  const { programId, version } = answer
  return { answer, record: { action, resource: 'activity', id, programId, version, before, after: answer } }
}

/** Adds an activity at the end of a column, the first one unless told otherwise. */
export const createActivity = (call: CallOf<typeof activities.create>) =>
  command(call, async (unit) => {
    const programId = call.params.id
    const { columnId, startsOn, dueOn, ...body } = call.body
    const board = await openBoard(unit, programId, call.locale)
    const column = await openColumn(unit, programId, columnId)
    await requireLinks(unit, { id: null, programId }, body)
    await requireRoom(unit, column)
    const people = await namesOf(unit, body.assigneeIds)
    const assignees = body.assigneeIds.map((person) => personOf(people, person))
    const objective = body.objectiveId === null ? null : { id: body.objectiveId, label: '' }
    const after = { ...body, columnId: column.id, assignees, objective }
    await requireCapacity(unit, board, { programId, id: null, before: null, after })
    await attachAll(unit, call.actor, programId, body.documentIds)
    const id = newId()
    await unit.db.activity.create({
      data: {
        ...body,
        id,
        programId,
        columnId: column.id,
        rank: await rankIn(unit, column.id, {}, null),
        startsOn: asOptionalDate(startsOn),
        dueOn: asOptionalDate(dueOn),
        columnSince: unit.now,
        createdById: call.actor.id,
        createdAt: unit.now,
      },
    })
    return done(unit, call, id, 'activity.create')
  })

const open = async (unit: Unit, call: Call & { params: { id: string } }) => {
  const { programId } = await unit.db.activity.findUniqueOrThrow({ where: { id: call.params.id } })
  const board = await openBoard(unit, programId, call.locale)
  await lock(unit, 'activities', call.params.id)
  const shown = await activityFor(unit, call.actor, call.params.id)
  expectVersion(call, shown)
  return { board, shown }
}

/** Changes the fields named. An edit that takes back or repeats an earlier one says so in the trail. */
export const editActivity = (call: CallOf<typeof activities.edit>) =>
  command(call, async (unit) => {
    const { board, shown } = await open(unit, call)
    const { as, ...edit } = call.body
    await applyChange(unit, call.actor, board, shown, { edit })
    return done(unit, call, shown.id, as === undefined ? 'activity.edit' : `activity.${as}`, shown)
  })

/** Moves an activity: one command behind mouse, touch, keyboard and menu. */
export const moveActivity = (call: CallOf<typeof activities.move>) =>
  command(call, async (unit) => {
    const { board, shown } = await open(unit, call)
    const { as, ...change } = call.body
    await applyChange(unit, call.actor, board, shown, change)
    return done(unit, call, shown.id, as === undefined ? 'activity.move' : `activity.${as}`, shown)
  })
