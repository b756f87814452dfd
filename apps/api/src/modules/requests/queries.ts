import { z } from 'zod'
import type { requests } from '@entente/shared/requests/contract'
import { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { decodeCursor, defaultLimit, numberedPlace, pageOf } from '../../platform/records/paging.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { idsHolding } from '../../platform/database/search.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { requestPolicy } from './policy.ts'
import { peopleIn, presentRequest, type RequestRow, withProgram } from './presenter.ts'

export const requestVisible = visibleThrough((tx, id) =>
  tx.db.request.findUnique({ where: { id }, select: { programId: true } }),
)

const searched = Prisma.sql`
  SELECT requests.id, concat_ws(' ', object, reference, title_fr, title_en, requesting_authority->>'name') AS text
  FROM requests JOIN programs ON programs.id = requests.program_id`

export const listRequests = async (call: CallOf<typeof requests.list>) => {
  const { limit = defaultLimit, cursor, state, channel, q } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, numberedPlace.pipe(z.int32()))
  const where: Prisma.RequestWhereInput = {
    ...(state && { state }),
    ...(channel && { channel }),
    ...(before !== null && { number: { lt: before } }),
    ...(q && { id: { in: await idsHolding(tx, searched, q) } }),
  }
  const rows = await tx.db.request.findMany({
    where,
    include: withProgram,
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return pageOf(
    rows,
    limit,
    (row) => row.number,
    (row) => presentRequest(row, people, call.actor),
  )
}

const present = async (tx: Tx, actor: Actor, row: RequestRow) =>
  presentRequest(row, await namesOf(tx, peopleIn(row)), actor)

/** A request of the register, for the commands that change one. */
export const requestRecord = recorded<RequestRow>()({
  resource: 'requests',
  noun: 'request',
  table: 'requests',
  policy: requestPolicy,
  visible: requestVisible,
  find: (tx, id) => tx.db.request.findUniqueOrThrow({ where: { id }, include: withProgram }),
  present,
  programOf: (row) => row.programId,
})

const requestFor = async (tx: Tx, actor: Actor, where: Prisma.RequestWhereUniqueInput) => {
  const row = await tx.db.request.findUnique({ where, include: withProgram })
  if (row === null) throw notFound()
  return present(tx, actor, row)
}

export const getRequest = async (call: CallOf<typeof requests.get>) =>
  requestFor(await reading(call.server), call.actor, { id: call.params.id })

export const requestOfProgram = async (call: CallOf<typeof requests.ofProgram>) =>
  requestFor(await reading(call.server), call.actor, { programId: call.params.id })
