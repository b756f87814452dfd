import { partnerRole } from '@entente/shared/partnerships/contract'
import type { PartnershipFacts } from '@entente/shared/partnerships/gates'
import type { Unit } from '../../platform/database.ts'
import { named, withOrganization } from './presenter.ts'

/** What the sixth principle's gates read, for each of these programs. */
export const partnershipFacts = async (
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartnershipFacts>> => {
  const rows = await unit.db.programOrganization.findMany({
    where: { programId: { in: [...ids] } },
    include: withOrganization,
    orderBy: { addedAt: 'asc' },
  })
  const byProgram = Map.groupBy(rows, (row) => row.programId)
  return new Map(
    ids.map((id) => [
      id,
      {
        organizations: (byProgram.get(id) ?? []).map((row) => ({
          organizationId: row.organizationId,
          name: named(row.organization, 'fr').name,
          role: partnerRole.parse(row.role),
        })),
      },
    ]),
  )
}
