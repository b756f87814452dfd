import { createHash } from 'node:crypto'
import type { shares } from '@entente/shared/shares/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { presentShare, withOrganization } from './presenter.ts'

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
  const reader = { actor: call.actor, locale: call.locale, today: tx.today }
  const can = call.actor.roles.some((role) => role === 'coordinator' || role === 'executive')
    ? (['grant'] as const)
    : []
  return { items: rows.map((row) => presentShare(row, people, reader)), can: [...can] }
}
