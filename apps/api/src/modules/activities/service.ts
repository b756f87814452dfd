import type { activities } from '@entente/shared/activities/contract'
import { type Call, type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asOptionalDate } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { namesOf } from '../users/queries.ts'
import { attachAll } from '../documents/service.ts'
import { personOf } from '../users/presenter.ts'
import { openBoard } from './board-service.ts'
import { addCard } from './card-service.ts'
import { applyChange, openColumn, requireLinks } from './change-service.ts'
import { requireCapacity, requireRoom } from './limits/service.ts'
import { activityFor } from './queries.ts'

const done = async (tx: Tx, call: Call, id: string, action: string, before?: unknown) => {
  const answer = await activityFor(tx, call.actor, id)
  const { programId, version } = answer
  return { answer, record: { action, resource: 'activity', id, programId, version, before, after: answer } }
}

/** Adds an activity at the end of a column, the first one unless told otherwise. */
export const createActivity = (call: CallOf<typeof activities.create>) =>
  command(call, async (tx) => {
    const programId = call.params.id
    const { columnId, startsOn, dueOn, ...body } = call.body
    const board = await openBoard(tx, programId, call.locale)
    const column = await openColumn(tx, programId, columnId)
    await requireLinks(tx, { id: null, programId }, body)
    await requireRoom(tx, column)
    const people = await namesOf(tx, body.assigneeIds)
    const assignees = body.assigneeIds.map((person) => personOf(people, person))
    const objective = body.objectiveId === null ? null : { id: body.objectiveId, label: '' }
    const after = { ...body, columnId: column.id, assignees, objective }
    await requireCapacity(tx, board, { programId, id: null, before: null, after })
    await attachAll(tx, call.actor, programId, body.documentIds)
    const [starts, due] = [asOptionalDate(startsOn), asOptionalDate(dueOn)]
    const card = { ...body, programId, columnId: column.id, startsOn: starts, dueOn: due }
    const id = await addCard(tx, call.actor, card)
    return done(tx, call, id, 'activity.create')
  })

const open = async (tx: Tx, call: Call & { params: { id: string } }) => {
  const { programId } = await tx.db.activity.findUniqueOrThrow({ where: { id: call.params.id } })
  const board = await openBoard(tx, programId, call.locale)
  await lock(tx, 'activities', call.params.id)
  const shown = await activityFor(tx, call.actor, call.params.id)
  expectVersion(call, shown)
  return { board, shown }
}

/** Changes the fields named. An edit that takes back or repeats an earlier one says so in the trail. */
export const editActivity = (call: CallOf<typeof activities.edit>) =>
  command(call, async (tx) => {
    const { board, shown } = await open(tx, call)
    const { as, ...edit } = call.body
    await applyChange(tx, call.actor, board, shown, { edit })
    return done(tx, call, shown.id, as === undefined ? 'activity.edit' : `activity.${as}`, shown)
  })

/** Moves an activity: one command behind mouse, touch, keyboard and menu. */
export const moveActivity = (call: CallOf<typeof activities.move>) =>
  command(call, async (tx) => {
    const { board, shown } = await open(tx, call)
    const { as, ...change } = call.body
    await applyChange(tx, call.actor, board, shown, change)
    return done(tx, call, shown.id, as === undefined ? 'activity.move' : `activity.${as}`, shown)
  })
