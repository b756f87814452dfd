import type { z } from 'zod'
import { ceilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { asOptionalDay } from '../../../platform/database/clock.ts'
import { type Actor, allows } from '../../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { ceilingPolicy } from '../requests/policy.ts'
import { amountIn } from '../requests/presenter.ts'

export const withEnvelopes = {
  envelope: true,
  fromEnvelope: true,
  reversals: { where: { state: { not: 'refused' } } },
} satisfies Prisma.CeilingChangeInclude
export type ChangeRow = Prisma.CeilingChangeGetPayload<{ include: typeof withEnvelopes }>

const named = ({ id, fiscalYear, unit, profile, holder }: Envelope) => ({ id, fiscalYear, unit, profile, holder })

/** Whom a change names: who proposed and who decided it, and what takes it back. */
export const peopleOf = (row: ChangeRow) =>
  [row, ...row.reversals].flatMap(({ proposedById, decidedById }) => [proposedById, decidedById])

/** The proposal to take a change back that stands, or waits. */
const takenBack = ({ reversals: [found] }: ChangeRow, people: People) => {
  if (found === undefined) return null
  const { state, decidedById, decidedAt, proposedById, proposedAt } = found
  const by = optionalPersonOf(people, decidedById) ?? personOf(people, proposedById)
  return { state, by, at: (decidedAt ?? proposedAt).toISOString() }
}

/** A confirmed transfer or carry-over that nobody has taken back, or asked to. */
export const isReversible = (row: ChangeRow) =>
  row.state === 'confirmed' && row.fromEnvelopeId !== null && row.reversesId === null && row.reversals.length === 0

const actionsOn = (row: ChangeRow, actor: Actor) => [
  ...(row.state === 'proposed' && allows(ceilingPolicy.decide, actor, row) ? ['decide'] : []),
  ...(isReversible(row) && allows(ceilingPolicy.propose, actor, row) ? ['reverse'] : []),
]

/** A change of ceiling, with whether its reader may decide it. */
export const presentChange = (row: ChangeRow, people: People, actor: Actor): z.output<typeof ceilingChange> =>
  ceilingChange.parse({
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
    can: actionsOn(row, actor),
  })
