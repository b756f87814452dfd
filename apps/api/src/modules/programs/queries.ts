import { z } from 'zod'
import type { programs } from '@entente/shared/programs/contract'
import { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../platform/records/paging.ts'
import type { Tx } from '../../platform/database/client.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { idsHolding } from '../../platform/database/search.ts'
import { isInternal } from '../users/policy.ts'
import { namesOf } from '../users/queries.ts'
import { inForceOn, programVisible, readableBy } from './policy.ts'
import {
  peopleIn,
  presentProgram,
  presentToPartner,
  type ProgramPolicies,
  type ProgramRow,
  type Standing,
  withStages,
} from './presenter.ts'

/** Where programs stand: compass and open moves. The lifecycle, which knows the gates, provides it to this slice. */
export type Standings = (tx: Tx, actor: Actor, rows: readonly ProgramRow[]) => Promise<ReadonlyMap<string, Standing>>

export type Blocked = (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>

/** What later slices know of programs, handed down by the application: this slice knows none of them. */
export type Knowledge = { standings: Standings; blockedAmong: Blocked; policies: ProgramPolicies }

export const programRow = (tx: Tx, id: string) =>
  tx.db.program.findUniqueOrThrow({ where: { id }, include: withStages })

const unknown: Standing = { compass: [], toPutRight: [], moves: [] }

/** A program, for the commands that change one. */
export const programRecord = ({ standings, policies }: Knowledge) =>
  recorded<ProgramRow>()({
    resource: 'programs',
    noun: 'program',
    table: 'programs',
    policy: policies.staff,
    visible: programVisible,
    find: programRow,
    present: async (tx, actor, row) => {
      const [people, standing] = [await namesOf(tx, peopleIn(row)), await standings(tx, actor, [row])]
      return presentProgram(row, people, actor, standing.get(row.id) ?? unknown, policies)
    },
    programOf: ({ id }) => id,
  })

/** The sections of each program that are shared with this person's organization now. */
const sharedSections = async (tx: Tx, actor: Actor, ids: string[]) => {
  const shares = await tx.db.share.findMany({
    where: {
      programId: { in: ids },
      kind: 'organization',
      organizationId: actor.organizationId,
      ...inForceOn(tx.today),
    },
  })
  return (id: string) => [
    ...new Set(shares.filter((share) => share.programId === id).flatMap((share) => share.sections)),
  ]
}

/** Presents programs as this person may see them: one place decides between colleague and partner. */
export const presentAll = async (
  tx: Tx,
  actor: Actor,
  rows: readonly ProgramRow[],
  { standings, policies }: Knowledge,
) => {
  const [people, standing] = [await namesOf(tx, rows.flatMap(peopleIn)), await standings(tx, actor, rows)]
  const of = (row: ProgramRow) => standing.get(row.id) ?? unknown
  if (isInternal(actor)) return rows.map((row) => presentProgram(row, people, actor, of(row), policies))
  const sections = await sharedSections(
    tx,
    actor,
    rows.map((row) => row.id),
  )
  return rows.map((row) => presentToPartner(row, people, actor, of(row), sections(row.id), policies))
}

type Filter = Pick<CallOf<typeof programs.list>['query'], 'stage' | 'country' | 'coordinator' | 'q' | 'suspended'>

const searched = Prisma.sql`SELECT id, concat_ws(' ', reference, title_fr, title_en) AS text FROM programs`

/** The plain filters of a list of programs, as conditions of the database. */
export const matching = async (
  tx: Tx,
  { stage, country, coordinator, q, suspended }: Filter,
): Promise<Prisma.ProgramWhereInput> => ({
  ...(stage && { stage }),
  ...(country && { countryCode: country }),
  ...(coordinator && { coordinatorId: coordinator }),
  ...(suspended && { suspendedCause: suspended === 'true' ? { not: null } : null }),
  ...(q && { id: { in: await idsHolding(tx, searched, q) } }),
})

export const listPrograms = async (call: CallOf<typeof programs.list>, knowledge: Knowledge) => {
  const { limit = defaultLimit, cursor, blocked, ...filter } = call.query
  // What blocks a program is ours to know: a filter must not tell a partner.
  if (blocked !== undefined && !isInternal(call.actor)) throw new ProblemError('closed-to-role')
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const where = { AND: [readableBy(call.actor, tx.today), await matching(tx, filter)] }
  const wanted = blocked === undefined ? null : await blockedIds(tx, where, blocked === 'true', knowledge.blockedAmong)
  const rows = await tx.db.program.findMany({
    where: {
      AND: [where, wanted === null ? {} : { id: { in: wanted } }, before === null ? {} : { id: { lt: before } }],
    },
    include: withStages,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const presented = new Map((await presentAll(tx, call.actor, rows, knowledge)).map((item) => [item.id, item]))
  const page = pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presented.get(row.id),
  )
  return { ...page, items: page.items.filter((item) => item !== undefined) }
}

const blockedIds = async (tx: Tx, where: Prisma.ProgramWhereInput, wanted: boolean, blockedAmong: Blocked) => {
  const ids = (await tx.db.program.findMany({ where, select: { id: true } })).map((row) => row.id)
  const blocked = await blockedAmong(tx, ids)
  return ids.filter((id) => blocked.has(id) === wanted)
}

export const getProgram = async (call: CallOf<typeof programs.get>, knowledge: Knowledge) => {
  const tx = await reading(call.server)
  const [presented] = await presentAll(tx, call.actor, [await programRow(tx, call.params.id)], knowledge)
  if (presented === undefined) throw new Error('A program was read and not presented')
  return presented
}
