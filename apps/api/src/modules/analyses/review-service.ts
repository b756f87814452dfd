import { type analyses, type AnalysisContent, analysisContent } from '@entente/shared/analyses/contract'
import { type AnalysisPart, completeness, validUntil } from '@entente/shared/analyses/rules'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { requireOpen } from '../programs/dossier-service.ts'
import { analysisPolicy } from './policy.ts'
import type { AnalysisRow } from './presenter.ts'
import { analysisFor } from './queries.ts'
import { openAnalysis, requireWritable } from './service.ts'

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
export const submitAnalysis = (call: CallOf<typeof analyses.submit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openAnalysis(tx, id)
    expectVersion(call, await analysisFor(tx, call.actor, id))
    authorize(analysisPolicy.write, call.actor, before)
    requireOpen(before.program)
    requireWritable(before)
    requireComplete(analysisContent.parse(before.content))
    const row = await tx.db.analysis.update({
      where: { id },
      data: { state: 'submitted', submittedAt: tx.now, version: { increment: 1 } },
    })
    const answer = await analysisFor(tx, call.actor, id)
    const record = {
      action: 'analysis.submit',
      resource: 'analysis',
      id,
      programId: row.programId,
      version: row.version,
      before: { state: before.state },
      after: answer,
    }
    return { answer, record }
  })

/** One approved version at a time: the earlier ones give way, unchanged in all they say. */
const supersedeOthers = async (tx: Tx, { id, programId }: AnalysisRow) => {
  await tx.db.analysis.updateMany({
    where: { programId, state: 'approved', NOT: { id } },
    data: { state: 'superseded', version: { increment: 1 } },
  })
}

/** Approves or returns a submitted version; never by someone who wrote in it (domain.md, P2-G2). Approval lasts six months (P2-G5). */
export const reviewAnalysis = (call: CallOf<typeof analyses.review>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { outcome, comment } = call.body
    const before = await openAnalysis(tx, id)
    expectVersion(call, await analysisFor(tx, call.actor, id))
    authorize(analysisPolicy.review, call.actor, before)
    requireOpen(before.program)
    if (before.state !== 'submitted') {
      throw wrongState('Cette version n’attend pas de révision.', 'This version is not waiting for a review.')
    }
    const row = await tx.db.analysis.update({
      where: { id },
      data: {
        state: outcome,
        reviewerId: call.actor.id,
        reviewedAt: tx.now,
        reviewComment: comment ?? null,
        ...(outcome === 'approved' && { validUntil: asDate(validUntil(tx.today)) }),
        version: { increment: 1 },
      },
    })
    if (outcome === 'approved') await supersedeOthers(tx, before)
    const answer = await analysisFor(tx, call.actor, id)
    const record = {
      action: 'analysis.review',
      resource: 'analysis',
      id,
      programId: row.programId,
      version: row.version,
      before: { state: before.state },
      after: answer,
    }
    return { answer, record }
  })
