import { z } from 'zod'
import type { organizations } from '@entente/shared/organizations/contract'
import { type Organization, Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { recorded } from '../../platform/records/changing.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../platform/records/paging.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { idsHolding } from '../../platform/database/search.ts'
import { isInternal } from '../users/policy.ts'
import { organizationPolicy } from './policy.ts'
import { presentOrganization } from './presenter.ts'

export const organizationExists = async (tx: Tx, id: string) => (await tx.db.organization.count({ where: { id } })) > 0

const searched = Prisma.sql`SELECT id, concat_ws(' ', name_fr, name_en, acronym) AS text FROM organizations`

export const listOrganizations = async (call: CallOf<typeof organizations.list>) => {
  const { q, type, limit = defaultLimit, cursor } = call.query
  const after = decodeCursor(cursor, z.uuid())
  const tx = await reading(call.server)
  const rows = await tx.db.organization.findMany({
    where: {
      ...(type && { type }),
      id: { ...(q && { in: await idsHolding(tx, searched, q) }), ...(after !== null && { gt: after }) },
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presentOrganization(row, call.actor),
  )
}

/** An organization of the register, for the commands that change one. */
export const organizationRecord = recorded<Organization>()({
  resource: 'organizations',
  noun: 'organization',
  table: 'organizations',
  policy: organizationPolicy,
  visible: async (tx, actor, id) => isInternal(actor) && organizationExists(tx, id),
  find: (tx, id) => tx.db.organization.findUniqueOrThrow({ where: { id } }),
  present: (_tx, actor, row) => Promise.resolve(presentOrganization(row, actor)),
  programOf: () => null,
})

export const getOrganization = async (call: CallOf<typeof organizations.get>) => {
  const tx = await reading(call.server)
  const row = await tx.db.organization.findUnique({ where: { id: call.params.id } })
  if (row === null) throw notFound()
  return presentOrganization(row, call.actor)
}
