import { analyses, type AnalysisContent } from '@entente/shared/analyses/contract'
import { type AnalysisPart, completeness, validUntil } from '@entente/shared/analyses/rules'
import { analysisWorkflow } from '@entente/shared/analyses/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { Analysis } from '../../generated/prisma/client.ts'
import { asDate } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { changing } from '../../platform/records/changing.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { contentOf } from './presenter.ts'
import { analysisRecord } from './queries.ts'

const { submit, approve, supersede } = analysisWorkflow.transitions

/** What a review needs to read; the rest is asked by the gates (P2-G3), which say so when the program moves. */
const neededForReview = ['objectives', 'context', 'positiveImpact', 'recommendation'] as const satisfies AnalysisPart[]

const requireComplete = (content: AnalysisContent) => {
  const complete = completeness(content)
  const missing = neededForReview.filter((part) => !complete[part])
  if (missing.length === 0) return
  throw new ProblemError('invalid', {
    detail: { fr: 'L’analyse n’est pas prête à être révisée.', en: 'The analysis is not ready for review.' },
    errors: missing.map((part) => ({
      pointer: `/${part}`,
      detail: { fr: 'Complétez cette partie avant la révision.', en: 'Complete this part before the review.' },
    })),
  })
}

/** Asks for the review of a version that says enough to be reviewed. */
export const submitAnalysis = changing(analyses.submit, analysisRecord, 'submit', async ({ tx, id, before }) => {
  requireComplete(contentOf(before))
  await tx.db.analysis.update({
    where: { id },
    data: { state: submit.to, submittedAt: tx.now, version: { increment: 1 } },
  })
})

/** One approved version at a time: the earlier ones give way, unchanged in all they say. */
const supersedeOthers = async (tx: Tx, { id, programId }: Analysis) => {
  await tx.db.analysis.updateMany({
    where: { programId, ...whereOpenTo(analysisWorkflow, 'supersede'), NOT: { id } },
    data: { state: supersede.to, version: { increment: 1 } },
  })
}

/** Approves or returns a submitted version; never by someone who wrote in it (domain.md, P2-G2). Approval lasts six months (P2-G5). */
export const reviewAnalysis = changing(
  analyses.review,
  analysisRecord,
  { among: ['approve', 'return'], by: ({ outcome }) => (outcome === approve.to ? 'approve' : 'return') },
  async ({ tx, actor, body: { outcome, comment }, id, before }) => {
    await tx.db.analysis.update({
      where: { id },
      data: {
        state: outcome,
        reviewerId: actor.id,
        reviewedAt: tx.now,
        reviewComment: comment ?? null,
        ...(outcome === approve.to && { validUntil: asDate(validUntil(tx.today)) }),
        version: { increment: 1 },
      },
    })
    if (outcome === approve.to) await supersedeOthers(tx, before)
  },
)
