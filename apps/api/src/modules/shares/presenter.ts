import type { z } from 'zod'
import type { Locale } from '@entente/shared/kernel/text'
import type { share } from '@entente/shared/shares/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { shortName } from '../organizations/presenter.ts'
import { type People, personOf } from '../users/presenter.ts'
import { accessFacts, lackingOf, withGrounds } from './facts.ts'
import { sharePolicy } from './policy.ts'

export const withOrganization = { organization: { include: withGrounds } } satisfies Prisma.ShareInclude
export type ShareRow = Prisma.ShareGetPayload<{ include: typeof withOrganization }>

/** A share as it stands on a day: that of an organization ends with what it rests on. */
export const standingOn = (row: ShareRow, today: string) => {
  const runs = row.revokedAt === null && asDay(row.expiresOn) >= today
  const of = row.organization
  const holds =
    (row.groundsEndOn === null || asDay(row.groundsEndOn) >= today) && (of === null || of.dueDiligence === 'cleared')
  const lacks = (locale: Locale) =>
    of === null || !runs || holds ? [] : lackingOf(accessFacts(of, row.programId, today, locale), locale)
  return { ...row, runs, active: runs && holds, lacks }
}
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
  lacks: row.lacks(actor.language),
  createdBy: personOf(people, row.createdById),
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  version: row.version,
  ...allowedOn(sharePolicy, row, actor),
})
