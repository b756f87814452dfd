import { activities } from '@entente/shared/activities/contract'
import { asOptionalDate } from '../../platform/database/clock.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { attachAll } from '../documents/service.ts'
import { personOf } from '../users/presenter.ts'
import { namesOf } from '../users/queries.ts'
import { toBoard } from './opening-service.ts'
import { addCard } from './card-service.ts'
import { applyChange, openColumn, requireLinks, titleForPartners } from './change-service.ts'
import { requireCapacity, requireRoom } from './limits/service.ts'
import { boardPolicy } from './policy.ts'
import { activityRecord } from './queries.ts'

/** Adds an activity at the end of a column, the first one unless told otherwise. */
export const createActivity = adding(
  activities.create,
  activityRecord,
  { action: 'create', rule: boardPolicy.edit, ...toBoard },
  async ({ tx, actor, body: { columnId, startsOn, dueOn, partnerTitle, ...body }, parent: { programId } }) => {
    const column = await openColumn(tx, programId, columnId)
    await requireLinks(tx, { id: null, programId }, body)
    await requireRoom(tx, column)
    const people = await namesOf(tx, body.assigneeIds)
    const assignees = body.assigneeIds.map((person) => personOf(people, person))
    const objective = body.objectiveId === null ? null : { id: body.objectiveId, label: '' }
    const after = { ...body, columnId: column.id, assignees, objective }
    await requireCapacity(tx, { programId, id: null, before: null, after })
    await attachAll(tx, actor, programId, body.documentIds)
    const [starts, due] = [asOptionalDate(startsOn), asOptionalDate(dueOn)]
    const placed = { ...body, ...titleForPartners(partnerTitle), programId, columnId: column.id }
    return addCard(tx, actor, { ...placed, startsOn: starts, dueOn: due })
  },
)

/** What was done, or that it takes an earlier change back or repeats it. */
const told = (as: string | undefined) => (as === undefined ? undefined : { action: `activity.${as}` })

/** Changes the fields named. An edit that takes back or repeats an earlier one says so in the trail. */
export const editActivity = changing(
  activities.edit,
  activityRecord,
  'edit',
  async ({ tx, actor, body: { as, ...edit }, shown }) => {
    await applyChange(tx, actor, shown, { edit })
    return told(as)
  },
)

/** Moves an activity: one command behind mouse, touch, keyboard and menu. */
export const moveActivity = changing(
  activities.move,
  activityRecord,
  'move',
  async ({ tx, actor, body: { as, ...change }, shown }) => {
    await applyChange(tx, actor, shown, change)
    return told(as)
  },
)
