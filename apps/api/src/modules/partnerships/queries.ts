import type { partnerships, PartnerRole } from '@entente/shared/partnerships/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Added } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { ofOwnOrganization, programPartnershipPolicy } from './policy.ts'
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
  const [members, agreements, contributions] = await Promise.all([
    tx.db.programOrganization.findMany({ where, include, orderBy: { addedAt: 'asc' } }),
    tx.db.agreement.findMany({ where, include, orderBy: { signedOn: 'desc' } }),
    tx.db.contribution.findMany({ where, include, orderBy: { reportedAt: 'desc' } }),
  ])
  return {
    organizations: members.map((row) => presentMember(row, locale)),
    agreements: agreements.map((row) => presentAgreement(row, locale, tx.today)),
    contributions: contributions.map((row) => presentContribution(row, locale)),
    ...allowedOn(programPartnershipPolicy, program, actor),
  }
}

const of = { resource: 'partnerships', programOf: ({ programId }: { programId: string }) => programId }
const include = withOrganization

/** A role in a program, for the command that gives it. */
export const memberRecord = {
  ...of,
  noun: 'partnership',
  find: (tx, id) => tx.db.programOrganization.findUniqueOrThrow({ where: { id }, include }),
  present: (_tx, actor, row) => Promise.resolve(presentMember(row, actor.language)),
} satisfies Added<Parameters<typeof presentMember>[0], ReturnType<typeof presentMember>>

/** An agreement, for the command that records one. */
export const agreementRecord = {
  ...of,
  noun: 'agreement',
  find: (tx, id) => tx.db.agreement.findUniqueOrThrow({ where: { id }, include }),
  present: (tx, actor, row) => Promise.resolve(presentAgreement(row, actor.language, tx.today)),
} satisfies Added<Parameters<typeof presentAgreement>[0], ReturnType<typeof presentAgreement>>

/** What an organization brings, for the command that reports it. */
export const contributionRecord = {
  ...of,
  noun: 'contribution',
  find: (tx, id) => tx.db.contribution.findUniqueOrThrow({ where: { id }, include }),
  present: (_tx, actor, row) => Promise.resolve(presentContribution(row, actor.language)),
} satisfies Added<Parameters<typeof presentContribution>[0], ReturnType<typeof presentContribution>>
