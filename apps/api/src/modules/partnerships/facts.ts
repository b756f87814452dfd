import type { AgreementFacts, PartnershipFacts } from '@entente/shared/partnerships/gates'
import { asDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { named, withOrganization } from './presenter.ts'

/** What gates read of organizations and agreements, for each of these programs. */
export const partnershipFacts = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartnershipFacts & AgreementFacts>> => {
  const where = { programId: { in: [...ids] } }
  const [members, agreements] = [
    await tx.db.programOrganization.findMany({ where, include: withOrganization, orderBy: { addedAt: 'asc' } }),
    await tx.db.agreement.findMany({ where, orderBy: [{ signedOn: 'asc' }, { id: 'asc' }] }),
  ]
  const membersOf = Map.groupBy(members, (row) => row.programId)
  const agreementsOf = Map.groupBy(agreements, (row) => row.programId)
  return new Map(
    ids.map((id) => [
      id,
      {
        organizations: (membersOf.get(id) ?? []).map((row) => ({
          id: row.id,
          organizationId: row.organizationId,
          name: named(row.organization, 'fr').name,
          role: row.role,
        })),
        agreements: (agreementsOf.get(id) ?? []).map(({ title, signedOn }) => ({ title, signedOn: asDay(signedOn) })),
      },
    ]),
  )
}
