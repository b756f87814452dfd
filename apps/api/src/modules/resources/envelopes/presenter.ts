import type { z } from 'zod'
import type { envelope } from '@entente/shared/resources/envelopes/contract'
import { ceilingWorkflow, isStanding } from '@entente/shared/resources/envelopes/workflow'
import type { ceilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { asOptionalDay } from '../../../platform/database/clock.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { ceilingPolicy, envelopePolicy } from './policy.ts'

type Decimal = Prisma.Decimal
type Sums = Pick<Envelope, 'ceiling' | 'reserved' | 'committed' | 'spent' | 'held'>

/** Decimals of what an envelope counts: cents of money, tenths of days, whole items. */
export const digitsOf = (unit: string) => (unit === 'CAD' ? 2 : unit === 'staffDay' ? 1 : 0)

/** An amount in its envelope's unit. */
export const amountIn = (unit: string, amount: Decimal) => amount.toFixed(digitsOf(unit))

const availableIn = (row: Sums) => row.ceiling.minus(row.reserved).minus(row.committed).minus(row.spent)

/** What can still be granted: what is available, less what confirmed cuts of the ceiling will take. */
export const grantableIn = (row: Sums) => availableIn(row).minus(row.held)

/** The four amounts of an envelope and what they leave. */
export const sumsOf = (row: Sums & Pick<Envelope, 'unit'>) => ({
  ceiling: amountIn(row.unit, row.ceiling),
  reserved: amountIn(row.unit, row.reserved),
  committed: amountIn(row.unit, row.committed),
  spent: amountIn(row.unit, row.spent),
  available: amountIn(row.unit, availableIn(row)),
  held: amountIn(row.unit, row.held),
})

/** An envelope, with whether its reader may change it. */
export const presentEnvelope = (row: Envelope, actor: Actor): z.input<typeof envelope> => ({
  id: row.id,
  fiscalYear: row.fiscalYear,
  unit: row.unit,
  profile: row.profile,
  holder: row.holder,
  ...sumsOf(row),
  version: row.version,
  ...allowedOn(envelopePolicy, row, actor),
})

export const withEnvelopes = {
  envelope: true,
  fromEnvelope: true,
  reversals: { where: { state: { not: ceilingWorkflow.transitions.refuse.to } } },
} satisfies Prisma.CeilingChangeInclude
export type ChangeRow = Prisma.CeilingChangeGetPayload<{ include: typeof withEnvelopes }>

const named = ({ id, fiscalYear, unit, profile, holder }: Envelope) => ({ id, fiscalYear, unit, profile, holder })

/** Whom a change names: who proposed and who decided it, and what takes it back. */
export const peopleOf = (row: ChangeRow) =>
  [row, ...row.reversals].flatMap(({ proposedById, decidedById }) => [proposedById, decidedById])

/** The proposal to take a change back that stands, or waits. */
const takenBack = ({ reversals: [found] }: ChangeRow, people: People) => {
  if (found === undefined || !isStanding(found)) return null
  const { state, decidedById, decidedAt, proposedById, proposedAt } = found
  const by = optionalPersonOf(people, decidedById) ?? personOf(people, proposedById)
  return { state, by, at: (decidedAt ?? proposedAt).toISOString() }
}

/** A change of ceiling, with whether its reader may decide it. */
export const presentChange = (row: ChangeRow, people: People, actor: Actor): z.input<typeof ceilingChange> => ({
  id: row.id,
  kind: row.kind,
  envelope: named(row.envelope),
  from: row.fromEnvelope && named(row.fromEnvelope),
  delta: amountIn(row.envelope.unit, row.delta),
  effectiveOn: asOptionalDay(row.effectiveOn),
  reason: row.reason,
  state: row.state,
  proposedBy: personOf(people, row.proposedById),
  proposedAt: row.proposedAt.toISOString(),
  decidedBy: optionalPersonOf(people, row.decidedById),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decisionReason: row.decisionReason,
  version: row.version,
  reversesId: row.reversesId,
  takenBack: takenBack(row, people),
  ...allowedOn(ceilingPolicy, row, actor),
})
