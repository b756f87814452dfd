import { decisions } from '@entente/shared/decisions/contract'
import type { Commitment } from '@entente/shared/programs/options'
import { isAcceptance } from '@entente/shared/decisions/rules'
import type { Program } from '../../generated/prisma/client.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding } from '../../platform/records/changing.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { analysisInForce } from '../analyses/queries.ts'
import { requireOpen, toProgramAsRead } from '../programs/dossier-service.ts'
import { nextVersion } from '../programs/service.ts'
import { programDecisionPolicy } from './policy.ts'
import { decisionRecord, outcomesFor } from './queries.ts'

type Decided = CallOf<typeof decisions.decide>['body']

/** The plan an acceptance is given on: money and staff-days above zero, or the reason why one of them is none (P7-G7). */
const acceptedPlan = ({ plannedMoney, plannedDays }: Program, { outcome, zeroPlanReason }: Decided) => {
  if (!isAcceptance(outcome)) return { zeroPlanReason: null }
  const isZero = plannedMoney.isZero() || plannedDays.isZero()
  if (isZero && zeroPlanReason === null) {
    throw invalidField('/zeroPlanReason', {
      fr: 'Le programme ne prévoit pas de somme, ou pas de jours : inscrivez son plan, ou dites pourquoi il n’en demande pas.',
      en: 'The program plans no money, or no staff-days: write its plan, or say why it needs none.',
    })
  }
  return { plannedMoney, plannedDays, zeroPlanReason: isZero ? zeroPlanReason : null }
}

/**
 * Records what an executive decides, on the analysis in force (P2-G1). An acceptance keeps the plan it was given on
 * (P7-G7). A later decision follows it; none is rewritten. Of two made at one moment on what both had read (`If-Match` with
 * the version of the program) one is refused (412).
 */
export const decide = adding(
  decisions.decide,
  decisionRecord,
  {
    action: 'record',
    rule: programDecisionPolicy.decide,
    commits: ({ outcome }): Commitment | null => (isAcceptance(outcome) ? 'decide' : null),
    ...toProgramAsRead,
  },
  async ({ tx, actor, body, parent: program }) => {
    const { outcome } = body
    requireOpen(program)
    if (!(await outcomesFor(tx, program)).includes(outcome)) {
      throw wrongState(
        'Cette décision ne se prend pas à cette étape du programme.',
        'This decision is not made at this stage of the program.',
      )
    }
    const analysis = isAcceptance(outcome) ? await analysisInForce(tx, program.id) : null
    const id = newId()
    await tx.db.decision.create({
      data: {
        ...body,
        id,
        programId: program.id,
        analysisId: analysis?.id ?? null,
        ...acceptedPlan(program, body),
        decidedById: actor.id,
        decidedAt: tx.now,
      },
    })
    await nextVersion(tx, program.id)
    return id
  },
)
