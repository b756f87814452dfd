import type { Activity, ActivityEdit } from '@entente/shared/activities/contract'
import type { Lane } from '@entente/shared/activities/limits/contract'
import { editInto, waitsFor } from '@entente/shared/activities/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asOptionalDate } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { defined } from '../../platform/records/defined.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { attachAll } from '../documents/service.ts'
import { colleagues } from '../users/queries.ts'
import { requireCapacity, requireRoom } from './limits/service.ts'
import { type Neighbours, rankIn } from './rank-service.ts'

type Fields = Omit<ActivityEdit, 'as'>
export type Change = { edit?: Fields | undefined; columnId?: string | undefined; lane?: Lane | undefined } & Neighbours

/** A column of this program that still takes cards. */
export const openColumn = async (tx: Tx, programId: string, id: string | undefined) => {
  const column = await tx.db.boardColumn.findFirst({
    where: { programId, archivedAt: null, ...(id !== undefined && { id }) },
    orderBy: { position: 'asc' },
  })
  if (column !== null) return column
  throw invalidField('/columnId', {
    fr: 'Cette colonne n’est pas, ou n’est plus, sur ce tableau.',
    en: 'This column is not, or no longer, on this board.',
  })
}

/** Refuses people who are not of the institution. */
export const requireColleagues = async (tx: Tx, ids: readonly string[] | undefined, pointer: string) => {
  if (ids === undefined || ids.length === 0) return
  const known = new Set((await colleagues(tx)).map((person) => person.id))
  const place = ids.findIndex((id) => !known.has(id))
  if (place >= 0)
    throw invalidField(`${pointer}/${place}`, {
      fr: 'Cette personne n’est pas de l’équipe.',
      en: 'This person is not of the team.',
    })
}

const requireObjective = async (tx: Tx, programId: string, id: string | null | undefined) => {
  if (id === null || id === undefined) return
  if ((await tx.db.transferObjective.count({ where: { id, programId } })) > 0) return
  throw invalidField('/objectiveId', {
    fr: 'Cet objectif de transfert n’est pas de ce programme.',
    en: 'This transfer objective is not of this program.',
  })
}

/** Refuses to put a card after one that is not on this board, or that itself waits for the card. */
const requireOrder = async (tx: Tx, programId: string, id: string | null, afterIds: readonly string[] = []) => {
  if (afterIds.length === 0) return
  const select = { id: true, title: true, archivedAt: true, afterIds: true }
  const all = await tx.db.activity.findMany({ where: { programId }, select })
  for (const [place, afterId] of afterIds.entries()) {
    const earlier = all.find((activity) => activity.id === afterId && activity.archivedAt === null)
    if (earlier === undefined)
      throw invalidField(`/afterIds/${place}`, {
        fr: 'Cette activité n’est pas, ou n’est plus, sur le tableau de ce programme.',
        en: 'This activity is not, or no longer, on the board of this program.',
      })
    if (id !== null && waitsFor(all, afterId, id))
      throw invalidField(`/afterIds/${place}`, {
        fr: `« ${earlier.title} » vient déjà après cette activité : chacune attendrait l’autre.`,
        en: `“${earlier.title}” already comes after this activity: each would wait for the other.`,
      })
  }
}

type Card = { id: string | null; programId: string }

/** Refuses people outside the team, objectives of elsewhere, and an order that cannot be kept. */
export const requireLinks = async (tx: Tx, { id, programId }: Card, fields: Fields) => {
  await requireColleagues(tx, fields.assigneeIds, '/assigneeIds')
  await requireObjective(tx, programId, fields.objectiveId)
  await requireOrder(tx, programId, id, fields.afterIds)
}

const blockedData = ({ blocked }: Fields, tx: Tx, shown: Activity) => {
  if (blocked === undefined) return {}
  if (blocked === null) return { blockedReason: null, blockedSince: null, blockedUntil: null, blockedAsked: null }
  return {
    blockedReason: blocked.reason,
    blockedSince: shown.blocked === null ? tx.now : new Date(shown.blocked.since),
    blockedUntil: asOptionalDate(blocked.expectedOn),
    blockedAsked: blocked.asked,
  }
}

/** The two columns of what partners read of a card; none of them for an internal one. */
export const titleForPartners = (title: Activity['partnerTitle']) => ({
  partnerTitleFr: title?.fr ?? null,
  partnerTitleEn: title?.en ?? null,
})

const dataOf = (fields: Fields, tx: Tx, shown: Activity): Prisma.ActivityUncheckedUpdateInput => {
  const { startsOn, dueOn, blocked: _, archived, partnerTitle, ...rest } = fields
  return {
    ...defined(rest),
    ...(startsOn !== undefined && { startsOn: asOptionalDate(startsOn) }),
    ...(dueOn !== undefined && { dueOn: asOptionalDate(dueOn) }),
    ...(archived !== undefined && { archivedAt: archived ? tx.now : null }),
    ...(partnerTitle !== undefined && titleForPartners(partnerTitle)),
    ...blockedData(fields, tx, shown),
  }
}

const objectiveOf = (id: string | null) => (id === null ? null : { id, label: '' })

/** The card as limits will count it. */
export const counted = (shown: Activity, fields: Fields, columnId: string) => ({
  columnId,
  type: fields.type ?? shown.type,
  priority: fields.priority ?? shown.priority,
  labels: fields.labels ?? shown.labels,
  objective: fields.objectiveId === undefined ? shown.objective : objectiveOf(fields.objectiveId),
  assignees:
    fields.assigneeIds?.map((id) => shown.assignees.find((person) => person.id === id) ?? { id, name: '' }) ??
    shown.assignees,
})

type Step = { shown: Activity; fields: Fields; change: Change }

/** The column the card goes to, or comes back to; null where it stays. Refuses a full one. */
const columnFor = async (tx: Tx, { shown, fields, change }: Step, comesBack: boolean) => {
  if (change.columnId === undefined && !comesBack) return null
  const column = await openColumn(tx, shown.programId, change.columnId ?? shown.columnId)
  if (fields.archived !== true && (column.id !== shown.columnId || comesBack)) await requireRoom(tx, column)
  return column
}

/**
 * Changes one card: its fields, its column and place, its lane. Everything is checked before anything is written, so
 * that a refusal leaves the card as it was. The board must be locked.
 */
export const applyChange = async (tx: Tx, actor: Actor, shown: Activity, change: Change) => {
  const { id, programId } = shown
  const fields: Fields = { ...change.edit, ...(change.lane && (editInto(change.lane, shown) as Fields)) }
  const comesBack = fields.archived === false && shown.archived
  await requireLinks(tx, shown, fields)
  const column = await columnFor(tx, { shown, fields, change }, comesBack)
  const columnId = column?.id ?? shown.columnId
  const before = comesBack ? null : shown
  if (fields.archived !== true)
    await requireCapacity(tx, { programId, id, before, after: counted(shown, fields, columnId) })
  const held = shown.documents.map(({ id: documentId }) => documentId)
  await attachAll(tx, actor, programId, fields.documentIds, held)
  const rank = change.columnId === undefined ? null : await rankIn(tx, columnId, change, id)
  await tx.db.activity.update({
    where: { id },
    data: {
      ...dataOf(fields, tx, shown),
      ...(rank !== null && { columnId, rank }),
      ...(columnId !== shown.columnId && { columnSince: tx.now }),
      version: { increment: 1 },
    },
  })
}
