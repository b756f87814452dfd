import { randomBytes } from 'node:crypto'
import type { shares } from '@entente/shared/shares/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import { type Change, command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { hashPassword } from '../users/passwords-service.ts'
import { namesOf } from '../users/queries.ts'
import { presentShare, type ShareRow, withOrganization } from './presenter.ts'
import { hashLink } from './queries.ts'

const readerOf = (call: CallOf<typeof shares.grant> | CallOf<typeof shares.revoke>, tx: Tx) => ({
  actor: call.actor,
  locale: call.locale,
  today: tx.today,
})

const present = async (tx: Tx, call: Parameters<typeof readerOf>[0], row: ShareRow) =>
  presentShare(row, await namesOf(tx, [row.createdById]), readerOf(call, tx))

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
      include: withOrganization,
    })
    const shown = await present(tx, call, row)
    return {
      answer: { ...shown, url: token === null ? null : addressOf(call, token) },
      replay: { ...shown, url: null },
      record: {
        action: 'share.grant',
        resource: 'share',
        id: row.id,
        programId: row.programId,
        version: 1,
        after: shown,
      },
    }
  })
}

/** Ends a share: the very next call through it finds nothing. */
export const revokeShare = (call: CallOf<typeof shares.revoke>) =>
  command(call, async (tx): Promise<Change<void>> => {
    const { id } = call.params
    await lock(tx, 'shares', id)
    const before = await tx.db.share.findUniqueOrThrow({ where: { id }, include: withOrganization })
    const shown = await present(tx, call, before)
    expectVersion(call, shown)
    if (before.revokedAt !== null) throw wrongState('Ce partage a déjà pris fin.', 'This share has already ended.')
    await tx.db.share.update({
      where: { id },
      data: { revokedAt: tx.now, revokedById: call.actor.id, version: { increment: 1 } },
    })
    const record = {
      action: 'share.revoke',
      resource: 'share',
      id,
      programId: before.programId,
      version: before.version + 1,
      before: shown,
    }
    return { answer: undefined, record }
  })
