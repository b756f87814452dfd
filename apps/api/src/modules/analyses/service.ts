import { type analyses, analysisContent } from '@entente/shared/analyses/contract'
import { emptyContent } from '@entente/shared/analyses/rules'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { analysisPolicy } from './policy.ts'
import { isWritable, withProgram } from './presenter.ts'
import { analysisFor } from './queries.ts'

export const openAnalysis = async (tx: Tx, id: string) => {
  await lock(tx, 'analyses', id)
  return tx.db.analysis.findUniqueOrThrow({ where: { id }, include: withProgram })
}

export const requireWritable = (row: { state: string }) => {
  if (isWritable(row)) return
  throw wrongState(
    'Cette version ne se modifie plus ; commencez-en une nouvelle une fois celle-ci révisée.',
    'This version no longer changes; start a new one once this one is reviewed.',
  )
}

/** Starts the next version from a copy of the latest; refused while one is under way, so that there is one text at a time. */
export const startAnalysis = (call: CallOf<typeof analyses.start>) =>
  command(call, async (tx) => {
    const program = await lockedProgram(tx, call.params.id)
    requireOpen(program)
    const latest = await tx.db.analysis.findFirst({
      where: { programId: program.id },
      orderBy: { number: 'desc' },
    })
    if (latest !== null && ['draft', 'submitted', 'returned'].includes(latest.state)) {
      throw wrongState('Une version est déjà en cours.', 'A version is already under way.')
    }
    const row = await tx.db.analysis.create({
      data: {
        id: newId(),
        programId: program.id,
        number: (latest?.number ?? 0) + 1,
        state: 'draft',
        content: latest === null ? emptyContent : analysisContent.parse(latest.content),
        authorId: call.actor.id,
        // Who wrote what is copied wrote in the copy too: an author never approves an old text under a new number.
        writerIds: [...new Set([...(latest?.writerIds ?? []), call.actor.id])],
        createdAt: tx.now,
      },
    })
    const answer = await analysisFor(tx, call.actor, row.id)
    const record = {
      action: 'analysis.start',
      resource: 'analysis',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

/** Writes in a draft or returned version; whoever writes in it can no longer review it (P2-G2). */
export const editAnalysis = (call: CallOf<typeof analyses.edit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openAnalysis(tx, id)
    const shown = await analysisFor(tx, call.actor, id)
    expectVersion(call, shown)
    authorize(analysisPolicy.write, call.actor, before)
    requireOpen(before.program)
    requireWritable(before)
    const row = await tx.db.analysis.update({
      where: { id },
      data: {
        content: analysisContent.parse({ ...shown.content, ...call.body }),
        ...(!before.writerIds.includes(call.actor.id) && { writerIds: { push: call.actor.id } }),
        version: { increment: 1 },
      },
    })
    const answer = await analysisFor(tx, call.actor, id)
    const record = {
      action: 'analysis.edit',
      resource: 'analysis',
      id,
      programId: row.programId,
      version: row.version,
      before: shown,
      after: answer,
    }
    return { answer, record }
  })
