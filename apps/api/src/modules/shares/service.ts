import { randomBytes } from 'node:crypto'
import type { Commitment } from '@entente/shared/programs/options'
import { shares } from '@entente/shared/shares/contract'
import { diligenceBeforeAccess } from '@entente/shared/shares/gates'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../platform/database/clock.ts'
import { removing } from '../../platform/records/changing.ts'
import { command } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { blocking, evaluateGates, gateFailed } from '../../platform/rules/gates.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { hashPassword } from '../users/passwords-service.ts'
import { accessFacts, withGrounds } from './facts.ts'
import { hashLink, shareRecord } from './queries.ts'

/** Where a link leads: our public address, or the one this very request came by. */
const addressOf = ({ server, request }: CallOf<typeof shares.grant>, token: string) =>
  `${server.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`}/shared/${token}`

/** An organization gets access on what P6-G2 asks, and loses it with that: after the day given, if any. */
const requireGrounds = async (
  tx: Tx,
  { params: { id }, locale }: CallOf<typeof shares.grant>,
  organizationId: string,
) => {
  const found = await tx.db.organization.findUnique({ where: { id: organizationId }, include: withGrounds })
  if (found === null)
    throw invalidField('/organizationId', { fr: 'Organisation introuvable.', en: 'Organization not found.' })
  const facts = accessFacts(found, id, tx.today, locale)
  const failed = blocking(evaluateGates([diligenceBeforeAccess], facts))
  if (failed.length === 0) return facts.access.hosts ? null : facts.access.agreedUntil
  const { stage } = await tx.db.program.findUniqueOrThrow({ where: { id } })
  throw gateFailed(failed, locale, { from: stage, to: stage })
}

const inAYear = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** A share ends on a day to come, within a year: what goes on longer is looked at again. */
const requireTerm = (expiresOn: string, today: string) => {
  if (expiresOn < today) throw invalidField('/expiresOn', { fr: 'Cette date est passée.', en: 'This date is past.' })
  if (expiresOn > inAYear(today))
    throw invalidField('/expiresOn', {
      fr: 'Un partage dure douze mois au plus : choisissez un jour plus proche, et renouvelez-le ensuite.',
      en: 'A share lasts twelve months at most: choose an earlier day, and renew it afterwards.',
    })
}

/** Shares a program. A link's address is told once: only the hash of its token is kept. */
export const grantShare = async (call: CallOf<typeof shares.grant>) => {
  const { kind, organizationId, sections, expiresOn, password } = call.body
  const token = kind === 'link' ? randomBytes(32).toString('base64url') : null
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return command(call, async (tx) => {
    requireTerm(expiresOn, tx.today)
    const groundsEndOn = organizationId === undefined ? null : await requireGrounds(tx, call, organizationId)
    const row = await tx.db.share.create({
      data: {
        id: newId(),
        programId: call.params.id,
        kind,
        organizationId: organizationId ?? null,
        sections: [...new Set(sections)],
        expiresOn: asDate(expiresOn),
        groundsEndOn: asOptionalDate(groundsEndOn),
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
