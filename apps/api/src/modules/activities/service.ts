import { generateKeyBetween } from 'fractional-indexing'
import type { activities } from '@entente/shared/activities/contract'
import type { BoardColumn } from '../../generated/prisma/client.ts'
import { type Call, type CallOf, expectVersion } from '../../platform/call.ts'
import { asDate, asOptionalDate } from '../../platform/clock.ts'
import { command } from '../../platform/command.ts'
import { lock, type Unit } from '../../platform/database.ts'
import { defined } from '../../platform/defined.ts'
import { newId } from '../../platform/ids.ts'
import { invalidField, ProblemError } from '../../platform/problems.ts'
import { colleagues } from '../users/queries.ts'
import { openBoard } from './columns-service.ts'
import { activityFor } from './queries.ts'

/** A column of this program that still takes cards. */
const openColumn = async (unit: Unit, programId: string, id: string | undefined) => {
  const column = await unit.db.boardColumn.findFirst({
    where: { programId, archivedAt: null, ...(id !== undefined && { id }) },
    orderBy: { position: 'asc' },
  })
  if (column !== null) return column
  throw invalidField('/columnId', {
    fr: 'Cette colonne n’est pas, ou n’est plus, sur ce tableau.',
    en: 'This column is not, or no longer, on this board.',
  })
}

/** Refuses one more card in a column whose limit blocks (409). A `warn` limit is only shown. */
const requireRoom = async (unit: Unit, column: BoardColumn) => {
  if (column.limit === null || column.limitMode !== 'block') return
  if ((await unit.db.activity.count({ where: { columnId: column.id } })) < column.limit) return
  throw new ProblemError('limit-reached', {
    detail: {
      fr: `« ${column.name} » prend au plus ${column.limit} activité(s). Déplacez-en une d’abord.`,
      en: `“${column.name}” takes at most ${column.limit} activities. Move one out first.`,
    },
    extra: { limit: column.limit },
  })
}

const requireColleagues = async (unit: Unit, ids: readonly string[]) => {
  const known = new Set((await colleagues(unit)).map((person) => person.id))
  const place = ids.findIndex((id) => !known.has(id))
  if (place >= 0)
    throw invalidField(`/assigneeIds/${place}`, {
      fr: 'Cette personne n’est pas de l’équipe.',
      en: 'This person is not of the team.',
    })
}

type Neighbours = { before?: string | undefined; after?: string | undefined }

/** The rank directly before or after a card, or at the end of the column. The board is locked: no twin can be made. */
const rankIn = async (unit: Unit, columnId: string, { before, after }: Neighbours, moving: string | null) => {
  const cards = await unit.db.activity.findMany({
    where: { columnId, ...(moving !== null && { id: { not: moving } }) },
    select: { id: true, rank: true },
    orderBy: { rank: 'asc' },
  })
  const neighbour = before ?? after
  if (neighbour === undefined) return generateKeyBetween(cards.at(-1)?.rank ?? null, null)
  const place = cards.findIndex((card) => card.id === neighbour)
  if (place < 0) {
    throw invalidField(before === undefined ? '/after' : '/before', {
      fr: 'Cette activité n’est plus dans la colonne ; le tableau a changé.',
      en: 'This activity is no longer in the column; the board has changed.',
    })
  }
  const ranks = [null, ...cards.map((card) => card.rank), null]
  const gap = before === undefined ? place + 1 : place
  return generateKeyBetween(ranks[gap] ?? null, ranks[gap + 1] ?? null)
}

const done = async (unit: Unit, call: Call, id: string, action: string, before?: unknown) => {
  const answer = await activityFor(unit, call.actor, id)
  return {
    answer,
    record: {
      action,
      resource: 'activity',
      id,
      programId: answer.programId,
      version: answer.version,
      before,
      after: answer,
    },
  }
}

/** Adds an activity at the end of a column, the first one unless told otherwise. */
export const createActivity = (call: CallOf<typeof activities.create>) =>
  command(call, async (unit) => {
    const programId = call.params.id
    const { columnId, startsOn, dueOn, ...body } = call.body
    await openBoard(unit, programId)
    const column = await openColumn(unit, programId, columnId)
    await requireRoom(unit, column)
    await requireColleagues(unit, body.assigneeIds)
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
        createdById: call.actor.id,
        createdAt: unit.now,
      },
    })
    return done(unit, call, id, 'activity.create')
  })

const open = async (unit: Unit, call: Call & { params: { id: string } }) => {
  const { programId } = await unit.db.activity.findUniqueOrThrow({ where: { id: call.params.id } })
  await openBoard(unit, programId)
  await lock(unit, 'activities', call.params.id)
  const shown = await activityFor(unit, call.actor, call.params.id)
  expectVersion(call, shown)
  return shown
}

export const editActivity = (call: CallOf<typeof activities.edit>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const shown = await open(unit, call)
    const { startsOn, dueOn, blockedReason, ...rest } = call.body
    if (rest.assigneeIds !== undefined) await requireColleagues(unit, rest.assigneeIds)
    const blocked =
      blockedReason === undefined ? {} : { blockedReason, blockedSince: blockedReason === null ? null : unit.now }
    const dates = { startsOn: startsOn && asDate(startsOn), dueOn: dueOn && asDate(dueOn) }
    await unit.db.activity.update({
      where: { id },
      data: { ...defined({ ...rest, ...dates }), ...blocked, version: { increment: 1 } },
    })
    return done(unit, call, id, 'activity.edit', shown)
  })

/** Moves an activity: one command behind mouse, keyboard and menu. */
export const moveActivity = (call: CallOf<typeof activities.move>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { columnId, before, after } = call.body
    const shown = await open(unit, call)
    const column = await openColumn(unit, shown.programId, columnId)
    if (column.id !== shown.columnId) await requireRoom(unit, column)
    const rank = await rankIn(unit, column.id, { before, after }, id)
    await unit.db.activity.update({ where: { id }, data: { columnId: column.id, rank, version: { increment: 1 } } })
    return done(unit, call, id, 'activity.move', { columnId: shown.columnId, position: shown.position })
  })
