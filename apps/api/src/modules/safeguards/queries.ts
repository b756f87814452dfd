import type { safeguards } from '@entente/shared/safeguards/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { ofOwnOrganization, visibleToConcerned } from '../partnerships/policy.ts'
import { namesOf } from '../users/queries.ts'
import { programTermsPolicy, termsPolicy } from './policy.ts'
import { peopleIn, presentTerms, type TermsRow, withParties } from './presenter.ts'

export const termsVisible = visibleToConcerned((tx, id) =>
  tx.db.termsOfReference.findUnique({ where: { id }, select: { programId: true, organizationId: true } }),
)

/** The terms of reference of a program; a partner sees those proposed to its own organization. */
export const termsOfProgram = async (call: CallOf<typeof safeguards.ofProgram>) => {
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const rows = await tx.db.termsOfReference.findMany({
    where: { programId: program.id, ...ofOwnOrganization(call.actor) },
    include: withParties,
    orderBy: { proposedAt: 'desc' },
  })
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return {
    items: rows.map((row) => presentTerms(row, people, call.actor)),
    ...allowedOn(programTermsPolicy, program, call.actor),
  }
}

/** Terms of reference, for the commands that change them. */
export const termsRecord = recorded<TermsRow>()({
  resource: 'safeguards',
  noun: 'terms',
  table: 'terms_of_reference',
  policy: termsPolicy,
  visible: termsVisible,
  find: (tx, id) => tx.db.termsOfReference.findUniqueOrThrow({ where: { id }, include: withParties }),
  present: async (tx, actor, row) => presentTerms(row, await namesOf(tx, peopleIn(row)), actor),
  programOf: ({ programId }) => programId,
})
