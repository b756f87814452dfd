import type { ReplyOf } from '@entente/shared/kernel/endpoint'
import type { organizations } from '@entente/shared/organizations/contract'
import { organizationType, dueDiligence } from '@entente/shared/organizations/contract'
import type { Organization } from '../../generated/prisma/client.ts'
import { type Actor, allows } from '../../platform/rules/policy.ts'
import { organizationPolicy } from './policy.ts'

export const presentOrganization = (row: Organization, actor: Actor): ReplyOf<typeof organizations.get> => ({
  id: row.id,
  acronym: row.acronym,
  name: { fr: row.nameFr, en: row.nameEn },
  type: organizationType.parse(row.type),
  countryCode: row.countryCode,
  dueDiligence: dueDiligence.parse(row.dueDiligence),
  version: row.version,
  can: allows(organizationPolicy.edit, actor, row) ? ['edit'] : [],
})

/** How an organization is called in lists: by its acronym where it has one. */
export const shortName = (row: Pick<Organization, 'acronym' | 'nameFr' | 'nameEn'>, locale: string) =>
  row.acronym ?? (locale === 'en' ? (row.nameEn ?? row.nameFr) : row.nameFr)
