import type { BoardLimits } from '@entente/shared/activities/limits/contract'
import { laneOf, type Placed } from '@entente/shared/activities/limits/rules'
import { counted } from '@entente/shared/kernel/text'
import { type BoardColumn, Prisma } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import { limitsOf } from './presenter.ts'

/** A card as limits count it: where it stands, and whom and what it names. */
type Card = Omit<Placed, 'assignees'> & { columnId: string; assignees: readonly { id: string; name: string }[] }

const full = (limit: number, fr: string, en: string) =>
  new ProblemError('limit-reached', { detail: { fr, en }, extra: { limit } })

const activities = (count: number, kind = '') =>
  counted(count, ['activité', 'activités'], [`${kind}activity`, `${kind}activities`])

/** Refuses one more card in a column whose limit blocks (409). A `warn` limit is only shown. */
export const requireRoom = async (tx: Tx, column: BoardColumn) => {
  if (column.limit === null || column.limitMode !== 'block') return
  if ((await tx.db.activity.count({ where: { columnId: column.id, archivedAt: null } })) < column.limit) return
  const most = activities(column.limit)
  throw full(
    column.limit,
    `« ${column.name} » prend au plus ${most.fr}. Déplacez-en une d’abord.`,
    `“${column.name}” takes at most ${most.en}. Move one out first.`,
  )
}

/** How many open cards of the board, this one aside, are under a condition: whatever anyone filters. */
const openCards = async (tx: Tx, programId: string, besides: string | null, condition: Prisma.Sql) => {
  const [row] = await tx.db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM activities a JOIN board_columns k ON k.id = a.column_id
    WHERE a.program_id = ${programId}::uuid AND a.archived_at IS NULL AND NOT k.done
      AND a.id IS DISTINCT FROM ${besides}::uuid AND ${condition}`
  return row.count
}

const laneColumns = {
  assignee: Prisma.sql`a.assignee_ids[1]::text`,
  label: Prisma.sql`a.labels[1]`,
  objective: Prisma.sql`a.objective_id::text`,
  priority: Prisma.sql`a.priority`,
  type: Prisma.sql`a.type`,
}

type Step = { programId: string; id: string | null; before: Card | null; after: Card }

/** Those who get one more open card by this step: newly named, or named on a card that opens again. */
const loaded = ({ before, after }: Step, opens: boolean) =>
  after.assignees.filter(({ id }) => opens || !before?.assignees.some((person) => person.id === id))

const requirePersons = async (tx: Tx, { personLimit, personLimitMode }: BoardLimits, step: Step, opens: boolean) => {
  if (personLimit === null || personLimitMode !== 'block') return
  for (const person of loaded(step, opens)) {
    const mine = Prisma.sql`${person.id}::uuid = ANY (a.assignee_ids)`
    const held = await openCards(tx, step.programId, step.id, mine)
    if (held >= personLimit)
      throw full(
        personLimit,
        `${person.name} a déjà ${activities(held).fr} en cours sur ce tableau ; la limite est ${personLimit}.`,
        `${person.name} already has ${activities(held, 'open ').en} on this board; the limit is ${personLimit}.`,
      )
  }
}

const requireLane = async (tx: Tx, limits: BoardLimits, { programId, id, before, after }: Step, opens: boolean) => {
  const { laneAttribute, laneLimit, laneLimitMode } = limits
  if (laneAttribute === null || laneLimit === null || laneLimitMode !== 'block') return
  const lane = laneOf(after, laneAttribute)
  if (!opens && before !== null && laneOf(before, laneAttribute) === lane) return
  const inLane = Prisma.sql`${laneColumns[laneAttribute]} IS NOT DISTINCT FROM ${lane}`
  if ((await openCards(tx, programId, id, inLane)) < laneLimit) return
  throw full(
    laneLimit,
    `Ce couloir prend au plus ${activities(laneLimit).fr} en cours.`,
    `This lane takes at most ${activities(laneLimit, 'open ').en}.`,
  )
}

/** Refuses what would load a person or a lane beyond a limit that blocks (409). Call it with the board locked. */
export const requireCapacity = async (tx: Tx, step: Step) => {
  const where = { programId: step.programId, done: true }
  const columns = await tx.db.boardColumn.findMany({ where, select: { id: true } })
  const isDone = (card: Card) => columns.some((column) => column.id === card.columnId)
  if (isDone(step.after)) return
  const opens = step.before === null || isDone(step.before)
  const limits = limitsOf(await tx.db.board.findUnique({ where: { programId: step.programId } }))
  await requirePersons(tx, limits, step, opens)
  await requireLane(tx, limits, step, opens)
}
