import type { safeguards } from '@entente/shared/safeguards/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { allows, openTo } from '../../platform/rules/policy.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { ofOwnOrganization, visibleToConcerned } from '../partnerships/policy.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { namesOf } from '../users/queries.ts'
import { safeguardPolicy } from './policy.ts'
import { peopleIn, presentTerms, type Viewer, withParties } from './presenter.ts'

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
    items: rows.map((row) => presentTerms(row, people, call)),
    can: openTo({ propose: isOpen(program) && allows(safeguardPolicy.propose, call.actor, program) }),
  }
}

/** One text as this person sees it; used after every change. */
export const termsFor = async (tx: Tx, viewer: Viewer, id: string) => {
  const row = await tx.db.termsOfReference.findUnique({ where: { id }, include: withParties })
  if (row === null) throw notFound()
  return presentTerms(row, await namesOf(tx, peopleIn(row)), viewer)
}
