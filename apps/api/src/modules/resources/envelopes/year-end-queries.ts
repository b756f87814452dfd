import type { z } from 'zod'
import type { yearEnd, yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { ceilingWorkflow } from '@entente/shared/resources/envelopes/workflow'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { allowedOn } from '../../../platform/rules/policy.ts'
import { namesOf } from '../../users/queries.ts'
import { amountIn, grantableIn, peopleOf, presentChange, sumsOf, withEnvelopes } from './presenter.ts'
import { inForce } from './queries.ts'
import { envelopesPolicy } from './policy.ts'

const named = ({ id, fiscalYear, unit, profile, holder }: Envelope) => ({
  id,
  fiscalYear,
  unit,
  profile,
  holder,
})

/** The same envelope of the next fiscal year: same unit, profile and holder. */
export const nextOf = (envelope: Envelope, candidates: readonly Envelope[]) =>
  candidates.find(
    (row) =>
      row.fiscalYear === envelope.fiscalYear + 1 &&
      row.unit === envelope.unit &&
      row.profile === envelope.profile &&
      row.holder === envelope.holder,
  )

/** What proposals that nobody has decided yet would carry out of each envelope. */
export const proposedOut = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx.db.ceilingChange.groupBy({
    by: ['fromEnvelopeId'],
    where: { fromEnvelopeId: { in: [...ids] }, state: ceilingWorkflow.initial },
    _sum: { delta: true },
  })
  const sums = new Map(rows.map((row) => [row.fromEnvelopeId, row._sum.delta]))
  return (id: string) => sums.get(id) ?? new Prisma.Decimal(0)
}

/** What can still be carried over of an envelope; never below zero. */
export const leftOf = (envelope: Envelope, proposed: Prisma.Decimal) =>
  Prisma.Decimal.max(0, grantableIn(envelope).minus(proposed))

/** Carry-overs out of these envelopes, and the proposals to take them back. */
const carryOversOf = (tx: Tx, ids: readonly string[]) =>
  tx.db.ceilingChange.findMany({
    where: {
      kind: 'carryOver',
      OR: [
        { fromEnvelopeId: { in: [...ids] }, reversesId: null },
        { envelopeId: { in: [...ids] }, reversesId: { not: null } },
      ],
    },
    include: withEnvelopes,
    orderBy: { id: 'desc' },
  })

/** What is left of a fiscal year and where it would go: a look, after which nothing is different. */
export const previewYearEnd = async (call: CallOf<typeof yearEnds.preview>): Promise<z.input<typeof yearEnd>> => {
  const tx = await reading(call.server)
  const { fiscalYear = fiscalYearOf(tx.today) - 1 } = call.query
  const all = await tx.db.envelope.findMany({
    where: { fiscalYear: { in: [fiscalYear, fiscalYear + 1] } },
    orderBy: [{ unit: 'asc' }, { profile: 'asc' }, { holder: 'asc' }],
  })
  const ending = await inForce(
    tx,
    all.filter((row) => row.fiscalYear === fiscalYear),
  )
  const ids = ending.map(({ id }) => id)
  const proposed = await proposedOut(tx, ids)
  const changes = await carryOversOf(tx, ids)
  const people = await namesOf(tx, changes.flatMap(peopleOf))
  return {
    fiscalYear,
    hasEnded: fiscalYear < fiscalYearOf(tx.today),
    items: ending.map((row) => {
      const { ceiling, spent, committed, reserved } = sumsOf(row)
      const to = nextOf(row, all)
      return {
        envelope: named(row),
        ceiling,
        spent,
        committed,
        reserved,
        proposed: amountIn(row.unit, proposed(row.id)),
        left: amountIn(row.unit, leftOf(row, proposed(row.id))),
        to: to === undefined ? null : named(to),
      }
    }),
    changes: changes.map((row) => presentChange(row, people, call.actor)),
    ...allowedOn(envelopesPolicy, null, call.actor, ['propose']),
  }
}
