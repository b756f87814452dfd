import { driftRevised } from '@entente/shared/decisions/drift-gates'
import { isFailed } from '@entente/shared/kernel/gate'
import type { Program } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { evaluateGates } from '../../../platform/rules/gates.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import { grantersOf } from '../../decisions/facts.ts'
import { driftFacts } from './facts.ts'
import type { Granted } from './grant-service.ts'

/** What a decision would add to what stands for its program. */
export const addedBy = (granted: readonly Granted[]) =>
  granted.map(({ line, amount }) => ({ unit: line.envelope.unit, amount }))

/**
 * Money above the plan rests on a waiver (P7-G7): who granted it signs no part of that money (409, separation of
 * duties). `signing` are all who sign, and all whose power they use.
 */
export const requireRevisedByOthers = async (
  tx: Tx,
  program: Program | null,
  granted: readonly Granted[],
  signing: readonly string[],
) => {
  if (program === null) return
  const facts = await driftFacts(tx, program, addedBy(granted))
  if (!evaluateGates([driftRevised], facts).some(isFailed)) return
  const granters = await grantersOf(tx, program.id, driftRevised.id)
  if (!granters.some((id) => signing.includes(id))) return
  throw new ProblemError('separation-of-duties', {
    detail: {
      fr: 'Qui a accordé la dérogation au plan (P7-G7) ne signe pas la somme qu’elle permet : une autre personne doit l’approuver.',
      en: 'Who granted the waiver above the plan (P7-G7) does not sign the money it allows: someone else must approve it.',
    },
  })
}
