import { z } from 'zod'
import type { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { envelopes } from '@entente/shared/resources/envelopes/contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Added, recorded } from '../../../platform/records/changing.ts'
import { allowedOn } from '../../../platform/rules/policy.ts'
import { requireNotFuture } from '../../../platform/rules/problems.ts'
import { namesOf } from '../../users/queries.ts'
import { type ChangeRow, peopleOf, presentChange, presentEnvelope, withEnvelopes } from './presenter.ts'
import { ceilingPolicy, changeVisible, envelopesPolicy } from './policy.ts'

type Ceiling = { id: string; ceiling: Prisma.Decimal; held: Prisma.Decimal }
type Balance = { id: string; reserved: Prisma.Decimal; committed: Prisma.Decimal; spent: Prisma.Decimal }

/** The envelopes with the ceiling of today, also where a confirmed change has come due and no write has settled it yet. */
export const inForce = async <Row extends Envelope>(tx: Tx, rows: readonly Row[], day = tx.today) => {
  const ids = rows.map(({ id }) => id)
  const found = await tx.db.$queryRaw<Ceiling[]>`
    SELECT id, ceiling_on(id, ${day}::date) AS ceiling, held_on(id, ${day}::date) AS held
    FROM envelopes WHERE id = ANY (${ids}::uuid[])`
  const ceilingOf = new Map(found.map(({ id, ...ceiling }) => [id, ceiling]))
  return rows.map((row): Row => ({ ...row, ...ceilingOf.get(row.id) }))
}

/** The envelopes as they were known at the end of a day: their ceiling then, and the sum of the entries made until then. */
const knownOn = async (tx: Tx, rows: readonly Envelope[], day: string) => {
  const ids = rows.map(({ id }) => id)
  const found = await tx.db.$queryRaw<Balance[]>`
    SELECT envelope_id AS id, sum(reserved) AS reserved, sum(committed) AS committed, sum(spent) AS spent
    FROM ledger_effects WHERE envelope_id = ANY (${ids}::uuid[]) AND known_on <= ${day}::date GROUP BY envelope_id`
  const zero = new Prisma.Decimal(0)
  const balanceOf = new Map(found.map(({ id, ...balance }) => [id, balance]))
  return (await inForce(tx, rows, day)).map((row): Envelope => ({
    ...row,
    ...(balanceOf.get(row.id) ?? { reserved: zero, committed: zero, spent: zero }),
  }))
}

/** Envelopes today, or as they stood on a past day. */
export const envelopesOn = async (tx: Tx, rows: readonly Envelope[], asOf: string | undefined) => {
  if (asOf === undefined || asOf === tx.today) return inForce(tx, rows)
  requireNotFuture(asOf, tx.today, '/asOf')
  return knownOn(tx, rows, asOf)
}

/** One envelope, today or as it stood on a past day. */
export const getEnvelope = async (call: CallOf<typeof ceilings.envelope>) => {
  const tx = await reading(call.server)
  const found = await tx.db.envelope.findUniqueOrThrow({ where: { id: call.params.id } })
  const [row = found] = await envelopesOn(tx, [found], call.query.asOf)
  return presentEnvelope(row, call.actor)
}

/** An envelope, for the command that opens one. */
export const envelopeRecord = {
  resource: 'resources/envelopes',
  noun: 'envelope',
  find: (tx, id) => tx.db.envelope.findUniqueOrThrow({ where: { id } }),
  present: (_tx, actor, row) => Promise.resolve(presentEnvelope(row, actor)),
  programOf: () => null,
} satisfies Added<Envelope, ReturnType<typeof presentEnvelope>>

/** A change of ceiling, for the commands that propose and decide one. */
export const ceilingRecord = recorded<ChangeRow>()({
  resource: 'resources/envelopes',
  noun: 'ceiling',
  table: 'ceiling_changes',
  policy: ceilingPolicy,
  visible: changeVisible,
  find: (tx, id) => tx.db.ceilingChange.findUniqueOrThrow({ where: { id }, include: withEnvelopes }),
  present: async (tx, actor, row) => presentChange(row, await namesOf(tx, peopleOf(row)), actor),
  programOf: () => null,
})

export const listChanges = async (call: CallOf<typeof ceilings.list>) => {
  const { limit = defaultLimit, cursor, envelopeId, state } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const where: Prisma.CeilingChangeWhereInput = {
    ...(envelopeId && { OR: [{ envelopeId }, { fromEnvelopeId: envelopeId }] }),
    ...(state && { state }),
    ...(before !== null && { id: { lt: before } }),
  }
  const rows = await tx.db.ceilingChange.findMany({
    where,
    include: withEnvelopes,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const people = await namesOf(tx, rows.flatMap(peopleOf))
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presentChange(row, people, call.actor),
  )
}

/** The envelopes of a fiscal year, today or as they stood on a past day. */
export const listEnvelopes = async (call: CallOf<typeof envelopes.list>) => {
  const tx = await reading(call.server)
  const fiscalYear = call.query.fiscalYear ?? fiscalYearOf(tx.today)
  const rows = await tx.db.envelope.findMany({
    where: { fiscalYear },
    orderBy: [{ unit: 'asc' }, { profile: 'asc' }],
  })
  const shown = await envelopesOn(tx, rows, call.query.asOf)
  return {
    items: shown.map((row) => presentEnvelope(row, call.actor)),
    ...allowedOn(envelopesPolicy, null, call.actor, ['create']),
  }
}
