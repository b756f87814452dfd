import type { z } from 'zod'
import { sum } from '@entente/shared/kernel/money'
import type {
  resourcesDashboard,
  resourcesPanel,
  envelopeFigures as shape,
} from '@entente/shared/dashboards/resources/contract'
import { unit as unitWord } from '@entente/shared/resources/rates/options'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { inForce } from '../../resources/envelopes/queries.ts'
import { digitsOf, sumsOf } from '../../resources/envelopes/presenter.ts'

/** Every envelope of a fiscal year (the present one unless told), each amount with the ledger rows that make it. */
export const envelopeFigures = async (
  tx: Tx,
  fiscalYear = fiscalYearOf(tx.today),
): Promise<z.input<typeof shape>[]> => {
  const envelopes = await tx.db.envelope.findMany({
    where: { fiscalYear },
    orderBy: [{ unit: 'asc' }, { profile: 'asc' }],
  })
  return (await inForce(tx, envelopes)).map((envelope) => {
    const href = `/ledger?envelopeId=${envelope.id}`
    const sums = sumsOf(envelope)
    return {
      id: envelope.id,
      fiscalYear,
      unit: unitWord.parse(envelope.unit),
      profile: envelope.profile,
      holder: envelope.holder,
      ceiling: { value: sums.ceiling, href },
      reserved: { value: sums.reserved, href },
      committed: { value: sums.committed, href },
      spent: { value: sums.spent, href },
      available: { value: sums.available, href },
    }
  })
}

const linesOf = (tx: Tx, fiscalYear: number) =>
  tx.db.allocationLine.findMany({
    where: { envelope: { fiscalYear }, allocation: { state: allocationWorkflow.transitions.approve.to } },
    include: { envelope: true, allocation: { include: { program: true } } },
  })

type Line = Awaited<ReturnType<typeof linesOf>>[number]

const programFigures = (lines: readonly Line[]) => {
  const [first] = lines
  if (first === undefined) return []
  const { unit } = first.envelope
  const { programId, program } = first.allocation
  const href = programId === null ? '/allocations?general=true' : `/programs/${programId}/resources`
  const total = (part: (line: Line) => Line['approved']) => ({
    value: sum(
      lines.map((line) => part(line)?.toFixed(2) ?? '0'),
      digitsOf(unit),
    ),
    href,
  })
  const base = { programId, reference: program?.reference ?? null, unit }
  return [
    {
      ...base,
      approved: total((line) => line.approved),
      committed: total((line) => line.committed),
      spent: total((line) => line.spent),
    },
  ]
}

/** Envelopes and programs of a fiscal year, in money and staff-days. */
export const resourceFigures = async (
  call: CallOf<typeof resourcesPanel.get>,
): Promise<z.input<typeof resourcesDashboard>> => {
  const tx = await reading(call.server)
  const fiscalYear = call.query.fiscalYear ?? fiscalYearOf(tx.today)
  const [envelopes, lines] = await Promise.all([envelopeFigures(tx, fiscalYear), linesOf(tx, fiscalYear)])
  const groups = Map.groupBy(lines, (line) => `${line.allocation.program?.reference ?? ''} ${line.envelope.unit}`)
  return {
    asOf: tx.now.toISOString(),
    fiscalYear,
    envelopes,
    programs: [...groups]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([, group]) => programFigures(group)),
  }
}
