import { createHash } from 'node:crypto'
import type { shares } from '@entente/shared/shares/contract'
import type { Tx } from '../../platform/database/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { sharePolicy, sharesPolicy } from './policy.ts'
import { presentShare, standingOn, withOrganization } from './presenter.ts'

export const hashLink = (token: string) => createHash('sha256').update(token).digest()

export const shareVisible = visibleThrough((tx, id) =>
  tx.db.share.findUnique({ where: { id }, select: { programId: true } }),
)

export const sharesOfProgram = async (call: CallOf<typeof shares.ofProgram>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.share.findMany({
    where: { programId: call.params.id },
    include: withOrganization,
    orderBy: { createdAt: 'desc' },
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.createdById),
  )
  return {
    items: rows.map((row) => presentShare(standingOn(row, tx.today), people, call.actor)),
    ...allowedOn(sharesPolicy, await programOf(tx, call.params.id), call.actor, ['grant']),
  }
}

const programOf = (tx: Tx, id: string) => tx.db.program.findUniqueOrThrow({ where: { id } })

/** A share, for the commands that change one. */
export const shareRecord = recorded<ReturnType<typeof standingOn>>()({
  resource: 'shares',
  noun: 'share',
  table: 'shares',
  policy: sharePolicy,
  visible: shareVisible,
  find: async (tx, id) =>
    standingOn(await tx.db.share.findUniqueOrThrow({ where: { id }, include: withOrganization }), tx.today),
  present: async (tx, actor, row) => presentShare(row, await namesOf(tx, [row.createdById]), actor),
  programOf: ({ programId }) => programId,
})
