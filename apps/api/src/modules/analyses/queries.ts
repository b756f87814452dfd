import { z } from 'zod'
import type { analyses } from '@entente/shared/analyses/contract'
import { analysisWorkflow } from '@entente/shared/analyses/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { asDate } from '../../platform/database/clock.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../platform/records/paging.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { analysisPolicy } from './policy.ts'
import { type AnalysisRow, peopleIn, presentAnalysis, withProgram } from './presenter.ts'

export const analysisVisible = visibleThrough((tx, id) =>
  tx.db.analysis.findUnique({ where: { id }, select: { programId: true } }),
)

/** The latest approved version of a program’s analysis that is still in force today. */
export const analysisInForce = async (tx: Tx, programId: string) => {
  const validUntil = { gte: asDate(tx.today) }
  return tx.db.analysis.findFirst({
    where: { programId, ...whereOpenTo(analysisWorkflow, 'supersede'), validUntil },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  })
}

export const listAnalyses = async (call: CallOf<typeof analyses.list>) => {
  const { limit = defaultLimit, cursor, state } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const rows = await tx.db.analysis.findMany({
    where: { ...(state && { state }), ...(before !== null && { id: { lt: before } }) },
    include: withProgram,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presentAnalysis(row, people, call.actor),
  )
}

export const analysesOfProgram = async (call: CallOf<typeof analyses.ofProgram>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.analysis.findMany({
    where: { programId: call.params.id },
    include: withProgram,
    orderBy: { number: 'desc' },
  })
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return { items: rows.map((row) => presentAnalysis(row, people, call.actor)) }
}

const present = async (tx: Tx, actor: Actor, row: AnalysisRow) =>
  presentAnalysis(row, await namesOf(tx, peopleIn(row)), actor)

/** A version of an analysis, for the commands that change one. */
export const analysisRecord = recorded<AnalysisRow>()({
  resource: 'analyses',
  noun: 'analysis',
  table: 'analyses',
  policy: analysisPolicy,
  visible: analysisVisible,
  find: (tx, id) => tx.db.analysis.findUniqueOrThrow({ where: { id }, include: withProgram }),
  present,
  programOf: ({ programId }) => programId,
})

export const getAnalysis = async (call: CallOf<typeof analyses.get>) => {
  const tx = await reading(call.server)
  return present(tx, call.actor, await analysisRecord.find(tx, call.params.id))
}
