import type { partnerships, PartnerRole } from '@entente/shared/partnerships/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { allows, openTo } from '../../platform/rules/policy.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { ofOwnOrganization, partnershipPolicy } from './policy.ts'
import { presentAgreement, presentContribution, presentMember, withOrganization } from './presenter.ts'

/** Whether the organization takes part in the program, in this role if one is named. */
export const takesPart = async (tx: Tx, programId: string, organizationId: string, role?: PartnerRole) =>
  (await tx.db.programOrganization.count({ where: { programId, organizationId, ...(role && { role }) } })) > 0

/** Who takes part in a program and on what footing; a partner sees its own organization only. */
export const partnershipsOfProgram = async (call: CallOf<typeof partnerships.ofProgram>) => {
  const { actor, locale } = call
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const where = { programId: program.id, ...ofOwnOrganization(actor) }
  const include = withOrganization
  const [members, agreements, contributions] = await Promise.all([
    tx.db.programOrganization.findMany({ where, include, orderBy: { addedAt: 'asc' } }),
    tx.db.agreement.findMany({ where, include, orderBy: { signedOn: 'desc' } }),
    tx.db.contribution.findMany({ where, include, orderBy: { reportedAt: 'desc' } }),
  ])
  const moving = isOpen(program)
  return {
    organizations: members.map((row) => presentMember(row, locale)),
    agreements: agreements.map((row) => presentAgreement(row, locale, tx.today)),
    contributions: contributions.map((row) => presentContribution(row, locale)),
    can: openTo({
      edit: moving && allows(partnershipPolicy.edit, actor, program),
      reportContribution: moving && allows(partnershipPolicy.contribute, actor, program),
    }),
  }
}
