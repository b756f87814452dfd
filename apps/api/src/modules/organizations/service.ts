import { organizations } from '@entente/shared/organizations/contract'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { organizationsPolicy } from './policy.ts'
import { organizationRecord } from './queries.ts'

/** Enters an organization in the register. */
export const createOrganization = adding(
  organizations.create,
  organizationRecord,
  { action: 'create', rule: organizationsPolicy.create, ...toRegister },
  async ({ tx, body: { name, ...rest } }) => {
    const id = newId()
    await tx.db.organization.create({
      data: { ...rest, id, nameFr: name.fr, nameEn: name.en, createdAt: tx.now },
    })
    return id
  },
)

/** Corrects what the register says of an organization. */
export const editOrganization = changing(
  organizations.edit,
  organizationRecord,
  'edit',
  async ({ tx, id, body: { name, acronym, type, countryCode, dueDiligence } }) => {
    await tx.db.organization.update({
      where: { id },
      data: {
        ...(name && { nameFr: name.fr, nameEn: name.en }),
        ...(acronym !== undefined && { acronym }),
        ...(type && { type }),
        ...(countryCode !== undefined && { countryCode }),
        ...(dueDiligence && { dueDiligence }),
        version: { increment: 1 },
      },
    })
  },
)
