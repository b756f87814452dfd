import { analyses, analysisContent } from '@entente/shared/analyses/contract'
import { emptyContent } from '@entente/shared/analyses/rules'
import { analysisWorkflow, isUnderWay } from '@entente/shared/analyses/workflow'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programAnalysisPolicy } from './policy.ts'
import { contentOf } from './presenter.ts'
import { analysisRecord } from './queries.ts'

/** Starts the next version from a copy of the latest; refused while one is under way, so that there is one text at a time. */
export const startAnalysis = adding(
  analyses.start,
  analysisRecord,
  { action: 'start', rule: programAnalysisPolicy.analyse, ...toProgram },
  async ({ tx, actor, parent: program }) => {
    const latest = await tx.db.analysis.findFirst({ where: { programId: program.id }, orderBy: { number: 'desc' } })
    if (latest !== null && isUnderWay(latest))
      throw wrongState('Une version est déjà en cours.', 'A version is already under way.')
    const id = newId()
    await tx.db.analysis.create({
      data: {
        id,
        programId: program.id,
        number: (latest?.number ?? 0) + 1,
        state: analysisWorkflow.initial,
        content: latest === null ? emptyContent : contentOf(latest),
        authorId: actor.id,
        // Who wrote what is copied wrote in the copy too: an author never approves an old text under a new number.
        writerIds: [...new Set([...(latest?.writerIds ?? []), actor.id])],
        createdAt: tx.now,
      },
    })
    return id
  },
)

/** Writes in a draft or returned version; whoever writes in it can no longer review it (P2-G2). */
export const editAnalysis = changing(analyses.edit, analysisRecord, 'edit', async ({ tx, actor, body, id, before }) => {
  await tx.db.analysis.update({
    where: { id },
    data: {
      content: analysisContent.parse({ ...contentOf(before), ...body }),
      ...(!before.writerIds.includes(actor.id) && { writerIds: { push: actor.id } }),
      version: { increment: 1 },
    },
  })
})
