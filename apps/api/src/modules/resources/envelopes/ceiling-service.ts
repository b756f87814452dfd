import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { ceilingWorkflow } from '@entente/shared/resources/envelopes/workflow'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { counted } from '@entente/shared/kernel/text'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { asDate, asOptionalDay } from '../../../platform/database/clock.ts'
import { adding, changing } from '../../../platform/records/changing.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { amountIn, type ChangeRow, digitsOf, grantableIn } from './presenter.ts'
import { ceilingRecord } from './queries.ts'
import { envelopePolicy, envelopeVisible } from './policy.ts'
import { postTransfer } from './posting-service.ts'

/** Locks envelopes in the order of their ids (no two writers wait for each other) and brings into force what has come due. */
export const lockEnvelopes = async (tx: Tx, wanted: readonly string[]) => {
  const ids = [...new Set(wanted)].toSorted()
  await tx.db.$queryRaw`SELECT 1 FROM envelopes WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  await settle(tx, ids)
  return tx.db.envelope.findMany({ where: { id: { in: ids } } })
}

/** Brings confirmed changes into force on their day. Later days stay ahead; what they will take is held back. */
const settle = async (tx: Tx, ids: readonly string[]) => {
  await tx.db.$executeRaw`
    UPDATE ceiling_changes SET settled_at = ${tx.now}::timestamptz
    WHERE state = 'confirmed' AND settled_at IS NULL AND effective_on <= ${tx.today}::date
      AND (envelope_id = ANY (${ids}::uuid[]) OR from_envelope_id = ANY (${ids}::uuid[]))`
  await tx.db.$executeRaw`
    UPDATE envelopes SET ceiling = ceiling_on(id, ${tx.today}::date), held = held_on(id, ${tx.today}::date), version = version + 1
    WHERE id = ANY (${ids}::uuid[]) AND (ceiling, held) IS DISTINCT FROM (ceiling_on(id, ${tx.today}::date), held_on(id, ${tx.today}::date))`
}

const envelopesOf = (row: ChangeRow) => [row.envelopeId, ...(row.fromEnvelopeId === null ? [] : [row.fromEnvelopeId])]

/** Refuses more decimals than what the envelope counts can have. */
export const requireDigits = (envelope: Pick<Envelope, 'unit'>, amount: Prisma.Decimal, pointer: string) => {
  const allowed = digitsOf(envelope.unit)
  if (amount.decimalPlaces() <= allowed) return
  const most = counted(allowed, ['décimale', 'décimales'], ['decimal place', 'decimal places'])
  throw invalidField(pointer, { fr: `Au plus ${most.fr}.`, en: `At most ${most.en}.` })
}

const requireDay = (tx: Tx, { fiscalYear }: Envelope, effectiveOn: string) => {
  const { to } = fiscalYearDays(fiscalYear)
  if (effectiveOn < tx.today) {
    throw invalidField('/effectiveOn', {
      fr: 'Un plafond ne change jamais dans le passé : choisissez aujourd’hui ou plus tard.',
      en: 'A ceiling never changes in the past: choose today or later.',
    })
  }
  if (effectiveOn > to) {
    throw invalidField('/effectiveOn', {
      fr: `L’exercice de l’enveloppe se termine le ${to}.`,
      en: `The envelope’s fiscal year ends on ${to}.`,
    })
  }
}

/** What a cut leaves must cover what is spent, committed, reserved, and what earlier confirmed cuts will take. */
export const requireCovered = (envelope: Envelope, cut: Prisma.Decimal) => {
  const available = grantableIn(envelope)
  if (cut.lte(available)) return
  const most = amountIn(envelope.unit, available)
  throw new ProblemError('ceiling-exceeded', {
    detail: {
      fr: `Au plus ${most} peut être retiré : le reste est dépensé, engagé ou réservé.`,
      en: `At most ${most} can be taken: the rest is spent, committed or reserved.`,
    },
    extra: { available: most },
  })
}

/** What is proposed: what it adds to an envelope, and what it takes from or takes back. */
export type NewChange = Pick<Prisma.CeilingChangeUncheckedCreateInput, 'envelopeId' | 'kind' | 'delta' | 'reason'> & {
  fromEnvelopeId?: string | null
  reversesId?: string
  /** Without a day it holds from the day of its confirmation. */
  effectiveOn?: Date
}

/** Writes a change that someone else will decide; gives its id. */
export const proposeChange = async (tx: Tx, actor: Actor, change: NewChange) => {
  const id = newId()
  const proposed = { state: ceilingWorkflow.initial, proposedById: actor.id, proposedAt: tx.now }
  await tx.db.ceilingChange.create({ data: { id, ...change, ...proposed } })
  return id
}

/** The envelope in the path, locked, in the version its reader saw. */
const lockedEnvelope = async (tx: Tx, call: CallOf<typeof ceilings.propose>) => {
  const [envelope] = await lockEnvelopes(tx, [call.params.id])
  if (envelope === undefined) throw new ProblemError('not-found')
  expectVersion(call, envelope)
  return envelope
}

/** Proposes another ceiling from a day on. Nothing changes until someone else confirms it. */
export const proposeCeiling = adding(
  ceilings.propose,
  ceilingRecord,
  { action: 'propose', rule: envelopePolicy.change, visible: envelopeVisible, parent: lockedEnvelope },
  async ({ tx, actor, body: { ceiling, effectiveOn, reason }, parent: envelope }) => {
    requireDay(tx, envelope, effectiveOn)
    const wanted = new Prisma.Decimal(ceiling)
    requireDigits(envelope, wanted, '/ceiling')
    const delta = wanted.minus(await ceilingFrom(tx, envelope, effectiveOn))
    if (delta.isZero()) {
      throw invalidField('/ceiling', {
        fr: 'C’est déjà le plafond de ce jour.',
        en: 'This is already the ceiling of that day.',
      })
    }
    requireCovered(envelope, delta.negated())
    const place = { envelopeId: envelope.id, effectiveOn: asDate(effectiveOn) }
    return proposeChange(tx, actor, { ...place, kind: 'change', delta, reason })
  },
)

/** The ceiling that is already decided for a day. */
const ceilingFrom = async (tx: Tx, { id, ceiling }: Envelope, day: string) => {
  const [found] = await tx.db.$queryRaw<
    { ceiling: Prisma.Decimal }[]
  >`SELECT ceiling_on(${id}::uuid, ${day}::date) AS ceiling`
  return found?.ceiling ?? ceiling
}

const requireStillAhead = (tx: Tx, row: ChangeRow) => {
  const day = asOptionalDay(row.effectiveOn)
  if (day === null || day >= tx.today) return
  throw wrongState(
    'Le jour prévu est passé : un plafond ne change jamais dans le passé. Refusez cette proposition et faites-en une autre.',
    'The planned day has passed: a ceiling never changes in the past. Refuse this proposal and make another.',
  )
}

/** What a change takes from an envelope must be there; where nothing is taken, only the day counts. */
const requireFitting = async (tx: Tx, row: ChangeRow) => {
  requireStillAhead(tx, row)
  const giver = row.fromEnvelopeId ?? row.envelopeId
  const taken = row.fromEnvelopeId === null ? row.delta.negated() : row.delta
  const envelopes = await lockEnvelopes(tx, envelopesOf(row))
  for (const envelope of envelopes) if (envelope.id === giver) requireCovered(envelope, taken)
}

const { confirm } = ceilingWorkflow.transitions

/** Confirms what someone else proposed, or refuses it. From then on a cut can no longer be granted. */
export const decideCeiling = changing(ceilings.decide, ceilingRecord, 'decide', async ({ tx, actor, body, before }) => {
  const { outcome, reason = null } = body
  const isConfirmation = outcome === confirm.to
  if (isConfirmation) await requireFitting(tx, before)
  await tx.db.ceilingChange.update({
    where: { id: before.id },
    data: {
      state: outcome,
      decidedById: actor.id,
      decidedAt: tx.now,
      decisionReason: reason,
      ...(isConfirmation && before.effectiveOn === null && { effectiveOn: asDate(tx.today) }),
      version: { increment: 1 },
    },
  })
  if (isConfirmation) {
    if (before.fromEnvelopeId !== null) await postTransfer(tx, actor, before)
    await settle(tx, envelopesOf(before))
  }
  return { action: `ceiling.${outcome}` }
})
