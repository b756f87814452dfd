import type { z } from 'zod'
import type { share } from '@entente/shared/shares/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { shortName } from '../organizations/presenter.ts'
import { type People, personOf } from '../users/presenter.ts'
import { sharePolicy } from './policy.ts'

export const withOrganization = { organization: true } satisfies Prisma.ShareInclude
export type ShareRow = Prisma.ShareGetPayload<{ include: typeof withOrganization }>

/** A share as it stands on a day. */
export const standingOn = (row: ShareRow, today: string) => ({
  ...row,
  active: row.revokedAt === null && asDay(row.expiresOn) >= today,
})
type Standing = ReturnType<typeof standingOn>

export const presentShare = (row: Standing, people: People, actor: Actor): z.input<typeof share> => ({
  id: row.id,
  programId: row.programId,
  kind: row.kind,
  organization: row.organization && {
    id: row.organization.id,
    name: shortName(row.organization, actor.language),
  },
  sections: row.sections,
  expiresOn: asDay(row.expiresOn),
  hasPassword: row.passwordHash !== null,
  active: row.active,
  createdBy: personOf(people, row.createdById),
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  version: row.version,
  ...allowedOn(sharePolicy, row, actor),
})
