import type { AnalysisFacts } from '@entente/shared/analyses/gates'
import { isApproved, wasApproved } from '@entente/shared/analyses/workflow'
import type { Analysis } from '../../generated/prisma/client.ts'
import { asDay, dayOf } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { contentOf } from './presenter.ts'

/** What the second principle's gates read, for each of these programs. */
export const analysisFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AnalysisFacts>> => {
  const rows = await tx.db.analysis.findMany({
    where: { programId: { in: [...ids] } },
    orderBy: { number: 'desc' },
  })
  const byProgram = Map.groupBy(rows, (row) => row.programId)
  return new Map(ids.map((id) => [id, factsFrom(byProgram.get(id) ?? [])]))
}

/** From the versions of one program, latest first. */
const factsFrom = (rows: readonly Analysis[]): AnalysisFacts => {
  const [latest] = rows
  return {
    approved: rows.map(approvedVersion).find((version) => version !== null) ?? null,
    latest:
      latest === undefined
        ? null
        : { id: latest.id, number: latest.number, state: latest.state, content: contentOf(latest) },
    firstApprovedOn: firstApproval(rows),
  }
}

const firstApproval = (rows: readonly Analysis[]) => {
  const approved = rows.filter(wasApproved)
  const days = approved.flatMap(({ reviewedAt }) => (reviewedAt === null ? [] : [dayOf(reviewedAt)]))
  return days.toSorted()[0] ?? null
}

const approvedVersion = (row: Analysis) =>
  !isApproved(row) || row.reviewedAt === null || row.validUntil === null
    ? null
    : {
        id: row.id,
        number: row.number,
        content: contentOf(row),
        writerIds: row.writerIds,
        reviewerId: row.reviewerId,
        approvedAt: row.reviewedAt.toISOString(),
        validUntil: asDay(row.validUntil),
      }
