import type { z } from 'zod'
import { section, type share } from '@entente/shared/shares/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, hasRole } from '../../platform/rules/policy.ts'
import { shortName } from '../organizations/presenter.ts'
import { type People, personOf } from '../users/presenter.ts'
import { sharePolicy } from './policy.ts'

export const withOrganization = { organization: true } satisfies Prisma.ShareInclude
export type ShareRow = Prisma.ShareGetPayload<{ include: typeof withOrganization }>

type Reader = { actor: Actor; locale: string; today: string }

export const isActive = (row: Pick<ShareRow, 'revokedAt' | 'expiresOn'>, today: string) =>
  row.revokedAt === null && asDay(row.expiresOn) >= today

export const presentShare = (
  row: ShareRow,
  people: People,
  { actor, locale, today }: Reader,
): z.input<typeof share> => {
  const active = isActive(row, today)
  return {
    id: row.id,
    programId: row.programId,
    kind: row.kind === 'link' ? 'link' : 'organization',
    organization: row.organization && { id: row.organization.id, name: shortName(row.organization, locale) },
    sections: row.sections.map((name) => section.parse(name)),
    expiresOn: asDay(row.expiresOn),
    hasPassword: row.passwordHash !== null,
    active,
    createdBy: personOf(people, row.createdById),
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    version: row.version,
    can: active && hasRole(actor, sharePolicy.revoke.roles) ? ['revoke'] : [],
  }
}
