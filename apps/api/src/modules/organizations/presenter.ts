import type { ReplyOf } from '@entente/shared/kernel/endpoint'
import type { organizations } from '@entente/shared/organizations/contract'
import type { Organization } from '../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { organizationPolicy } from './policy.ts'

export const presentOrganization = (row: Organization, actor: Actor): ReplyOf<typeof organizations.get> => ({
  id: row.id,
  acronym: row.acronym,
  name: { fr: row.nameFr, en: row.nameEn },
  type: row.type,
  countryCode: row.countryCode,
  dueDiligence: row.dueDiligence,
  version: row.version,
  ...allowedOn(organizationPolicy, row, actor),
})

/** How an organization is called in lists: by its acronym where it has one. */
export const shortName = (row: Pick<Organization, 'acronym' | 'nameFr' | 'nameEn'>, locale: string) =>
  row.acronym ?? (locale === 'en' ? (row.nameEn ?? row.nameFr) : row.nameFr)
