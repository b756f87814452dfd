import { randomBytes } from 'node:crypto'
import type { Commitment } from '@entente/shared/programs/options'
import { shares } from '@entente/shared/shares/contract'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import { removing } from '../../platform/records/changing.ts'
import { command } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { hashPassword } from '../users/passwords-service.ts'
import { hashLink, shareRecord } from './queries.ts'

/** Where a link leads: our public address, or the one this very request came by. */
const addressOf = ({ server, request }: CallOf<typeof shares.grant>, token: string) =>
  `${server.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`}/shared/${token}`

const requireOrganization = async (tx: Tx, organizationId: string | undefined) => {
  if (organizationId === undefined || (await tx.db.organization.count({ where: { id: organizationId } })) > 0) return
  throw invalidField('/organizationId', { fr: 'Organisation introuvable.', en: 'Organization not found.' })
}

/** Shares a program. A link's address is told once: only the hash of its token is kept. */
export const grantShare = async (call: CallOf<typeof shares.grant>) => {
  const { kind, organizationId, sections, expiresOn, password } = call.body
  const token = kind === 'link' ? randomBytes(32).toString('base64url') : null
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return command(call, async (tx) => {
    if (expiresOn < tx.today)
      throw invalidField('/expiresOn', { fr: 'Cette date est passée.', en: 'This date is past.' })
    await requireOrganization(tx, organizationId)
    const row = await tx.db.share.create({
      data: {
        id: newId(),
        programId: call.params.id,
        kind,
        organizationId: organizationId ?? null,
        sections: [...new Set(sections)],
        expiresOn: asDate(expiresOn),
        tokenHash: token === null ? null : hashLink(token),
        passwordHash,
        createdById: call.actor.id,
        createdAt: tx.now,
      },
    })
    const shown = await shareRecord.present(tx, call.actor, await shareRecord.find(tx, row.id))
    return {
      answer: { ...shown, url: token === null ? null : addressOf(call, token) },
      replay: { ...shown, url: null },
      commits: 'share' satisfies Commitment,
      record: {
        action: 'share.grant',
        resource: 'shares',
        id: row.id,
        programId: row.programId,
        version: 1,
        after: shown,
      },
    }
  })
}

/** Ends a share: the very next call through it finds nothing. */
export const revokeShare = removing(shares.revoke, shareRecord, 'revoke', async ({ tx, actor, id, before }) => {
  await tx.db.share.update({
    where: { id },
    data: { revokedAt: tx.now, revokedById: actor.id, version: { increment: 1 } },
  })
  return { version: before.version + 1 }
})
