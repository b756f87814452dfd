import type { organizations } from '@entente/shared/organizations/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { presentOrganization } from './presenter.ts'

export const createOrganization = (call: CallOf<typeof organizations.create>) =>
  command(call, async (tx) => {
    const { name, ...rest } = call.body
    const row = await tx.db.organization.create({
      data: { id: newId(), nameFr: name.fr, nameEn: name.en, createdAt: tx.now, ...rest },
    })
    const answer = presentOrganization(row, call.actor)
    return {
      answer,
      record: {
        action: 'organization.create',
        resource: 'organization',
        id: row.id,
        programId: null,
        version: 1,
        after: answer,
      },
    }
  })

export const editOrganization = (call: CallOf<typeof organizations.edit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    await lock(tx, 'organizations', id)
    const before = await tx.db.organization.findUniqueOrThrow({ where: { id } })
    expectVersion(call, presentOrganization(before, call.actor))
    const { name, acronym, type, countryCode, dueDiligence } = call.body
    const row = await tx.db.organization.update({
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
    const answer = presentOrganization(row, call.actor)
    const record = {
      action: 'organization.edit',
      resource: 'organization',
      id,
      programId: null,
      version: row.version,
      before,
      after: row,
    }
    return { answer, record }
  })
