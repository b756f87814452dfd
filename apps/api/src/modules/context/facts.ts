import type { ContextFacts } from '@entente/shared/analyses/gates'
import { contextKinds } from '@entente/shared/context/options'
import { asksAnalysisToResume } from '@entente/shared/programs/workflow'
import type { Program } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'

type Subject = Pick<Program, 'id' | 'suspendedCause' | 'suspendedSince'>

/** Since when the context of each program is another than the one analysed: by an event, or by what suspended it. */
export const contextFacts = async (
  tx: Tx,
  programs: readonly Subject[],
): Promise<ReadonlyMap<string, ContextFacts>> => {
  const events = await tx.db.contextEvent.findMany({
    where: { programId: { in: programs.map(({ id }) => id) }, clearedAt: null },
    select: { programId: true, kind: true, raisedAt: true },
  })
  return new Map(
    programs.map(({ id, suspendedCause, suspendedSince }) => {
      const changed = events.filter(
        ({ programId, kind }) => programId === id && contextKinds[kind].effect === 'reanalysis',
      )
      const suspended = asksAnalysisToResume(suspendedCause) && suspendedSince !== null ? [suspendedSince] : []
      const moments = [...changed.map(({ raisedAt }) => raisedAt), ...suspended].map((at) => at.toISOString())
      return [id, { contextChangedAt: moments.toSorted().at(-1) ?? null }]
    }),
  )
}
