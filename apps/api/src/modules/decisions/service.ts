import { decisions } from '@entente/shared/decisions/contract'
import type { Commitment } from '@entente/shared/programs/options'
import { isAcceptance } from '@entente/shared/decisions/rules'
import { newId } from '../../platform/database/ids.ts'
import { adding } from '../../platform/records/changing.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { analysisInForce } from '../analyses/queries.ts'
import { requireOpen, toProgramAsRead } from '../programs/dossier-service.ts'
import { nextVersion } from '../programs/service.ts'
import { programDecisionPolicy } from './policy.ts'
import { decisionRecord, outcomesFor } from './queries.ts'

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
        ...(isAcceptance(outcome) && { plannedMoney: program.plannedMoney, plannedDays: program.plannedDays }),
        decidedById: actor.id,
        decidedAt: tx.now,
      },
    })
    await nextVersion(tx, program.id)
    return id
  },
)
