import type { z } from 'zod'
import type { allocations } from '@entente/shared/resources/requests/contract'
import type { newAllocation } from '@entente/shared/resources/requests/allocation-contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { hasReached, isFinal, path, stage } from '@entente/shared/programs/workflow'
import type { Allocation, Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { type Call, type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../../platform/database/clock.ts'
import { command } from '../../../platform/records/command.ts'
import { lock, lockShared, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, requireNotPast, wrongState } from '../../../platform/rules/problems.ts'
import { attachAll } from '../../documents/service.ts'
import { amountOn } from './amount-service.ts'
import { allocationPolicy } from './policy.ts'
import { allocationFor, allocationRow, shownTo } from './queries.ts'

type NewLine = z.output<typeof newAllocation>['lines'][number]

const lineRow = async (tx: Tx, line: NewLine, envelope: Envelope | undefined, position: number) => {
  const pointer = `/lines/${position}`
  if (envelope === undefined)
    throw invalidField(`${pointer}/envelopeId`, { fr: 'Enveloppe introuvable.', en: 'Envelope not found.' })
  const year = fiscalYearDays(envelope.fiscalYear)
  if (tx.today > year.to) {
    throw invalidField(`${pointer}/envelopeId`, {
      fr: `L’exercice de cette enveloppe s’est terminé le ${year.to} : demandez sur un exercice ouvert.`,
      en: `The fiscal year of this envelope ended on ${year.to}: ask from an open fiscal year.`,
    })
  }
  const outside = [line.from, line.to].some((day) => day !== undefined && (day < year.from || day > year.to))
  if (outside) {
    throw invalidField(`${pointer}/from`, {
      fr: `Ces dates sortent de l’exercice de l’enveloppe : ${year.from} au ${year.to}.`,
      en: `These dates leave the envelope’s fiscal year: ${year.from} to ${year.to}.`,
    })
  }
  const { amount, original } = await amountOn(tx, envelope, line, { pointer, on: tx.today })
  return {
    id: newId(),
    envelopeId: envelope.id,
    position,
    description: line.description,
    profile: line.profile ?? null,
    startsOn: asOptionalDate(line.from ?? null),
    endsOn: asOptionalDate(line.to ?? null),
    asked: amount,
    ...original,
  }
}

const lineRows = async (tx: Tx, lines: readonly NewLine[]) => {
  const envelopes = await tx.db.envelope.findMany({ where: { id: { in: lines.map((line) => line.envelopeId) } } })
  const rows = []
  for (const [position, line] of lines.entries()) {
    const envelope = envelopes.find(({ id }) => id === line.envelopeId)
    rows.push(await lineRow(tx, line, envelope, position))
  }
  return rows
}

/** Drafts and submissions are possible from `design` on, or on the short path from the decision. */
export const requireDesign = async (tx: Tx, programId: string | null) => {
  if (programId === null) return
  await lockShared(tx, 'programs', programId)
  const program = await tx.db.program.findUnique({ where: { id: programId } })
  if (program === null) throw invalidField('/programId', { fr: 'Programme introuvable.', en: 'Program not found.' })
  const way = path.parse(program.path)
  const present = stage.parse(program.stage)
  if (isFinal(present) || !hasReached(way, present, way === 'standard' ? 'design' : 'decision')) {
    throw wrongState(
      'Le programme n’en est pas à demander des ressources.',
      'The program is not at the point of asking for resources.',
    )
  }
}

/** The answer to a change of a request, and what the trail keeps of it. */
export const done = async (tx: Tx, call: Call, id: string, action: string, before?: unknown) => {
  const answer = await allocationFor(tx, call.actor, id)
  return {
    answer,
    record: {
      action,
      resource: 'allocation',
      id,
      programId: answer.programId,
      version: answer.version,
      before,
      after: answer,
    },
  }
}

/** What completes another request names one that is approved, of the same program: what was signed is never rewritten. */
const requireAmendable = async (tx: Tx, amendsId: string | null, programId: string | null) => {
  if (amendsId === null) return
  if ((await tx.db.allocation.count({ where: { id: amendsId, state: 'approved', programId } })) > 0) return
  throw invalidField('/amendsId', {
    fr: 'Choisissez une demande approuvée du même programme.',
    en: 'Choose an approved request of the same program.',
  })
}

const requireActivity = async (tx: Tx, id: string | null, programId: string | null) => {
  if (id === null || (await tx.db.activity.count({ where: { id, programId: programId ?? '' } })) > 0) return
  throw invalidField('/activityId', {
    fr: 'Activité introuvable dans ce programme.',
    en: 'Activity not found in this program.',
  })
}

/** Changes the state of a request, with what goes with it, as its next version: the one way to do so. */
export const setState = (tx: Tx, id: string, data: Prisma.AllocationUpdateManyMutationInput & { state: string }) =>
  tx.db.allocation.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })

/** Drafts a request for resources. Nothing is reserved. */
export const draftAllocation = (call: CallOf<typeof allocations.draft>) =>
  command(call, async (tx) => {
    const {
      programId,
      activityId = null,
      justification,
      neededOn,
      documentIds = [],
      amendsId = null,
      lines,
    } = call.body
    // Whoever decides it later is not held up by its day.
    requireNotPast(neededOn, tx.today, '/neededOn')
    await requireDesign(tx, programId)
    await requireActivity(tx, activityId, programId)
    await requireAmendable(tx, amendsId, programId)
    await attachAll(tx, call.actor, programId, documentIds)
    const id = newId()
    await tx.db.allocation.create({
      data: {
        id,
        documentIds,
        amendsId,
        programId,
        activityId,
        justification,
        neededOn: asDate(neededOn),
        state: 'draft',
        requestedById: call.actor.id,
        editorIds: [call.actor.id],
        createdAt: tx.now,
        lines: { create: await lineRows(tx, lines) },
      },
    })
    return done(tx, call, id, 'allocation.draft')
  })

/** Locks a request that is to change, in the version its reader saw. */
export const open = async (tx: Tx, call: Call & { params: { id: string } }) => {
  await lock(tx, 'allocations', call.params.id)
  const row = await allocationRow(tx, call.params.id)
  const shown = await shownTo(tx, call.actor, row)
  expectVersion(call, shown)
  return { row, shown }
}

/** Refuses to change a request that is pending or decided. */
export const requireWriting = (row: Pick<Allocation, 'state'>) => {
  if (row.state !== 'draft' && row.state !== 'returned') {
    throw wrongState(
      'Retirez d’abord cette demande : elle est en attente ou décidée.',
      'Withdraw this request first: it is pending or decided.',
    )
  }
}

/** Changes a draft or returned allocation. Whoever writes in it never decides it. */
export const editAllocation = (call: CallOf<typeof allocations.edit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { row, shown } = await open(tx, call)
    authorize(allocationPolicy.edit, call.actor, row)
    requireWriting(row)
    const { justification, neededOn, documentIds, lines } = call.body
    if (neededOn !== undefined) requireNotPast(neededOn, tx.today, '/neededOn')
    await attachAll(tx, call.actor, row.programId, documentIds, row.documentIds)
    if (lines !== undefined) await tx.db.allocationLine.deleteMany({ where: { allocationId: id } })
    await tx.db.allocation.update({
      where: { id },
      data: {
        ...(justification && { justification }),
        ...(neededOn && { neededOn: asDate(neededOn) }),
        ...(documentIds && { documentIds }),
        ...(lines && { lines: { create: await lineRows(tx, lines) } }),
        ...(!row.editorIds.includes(call.actor.id) && { editorIds: { push: call.actor.id } }),
        version: { increment: 1 },
      },
    })
    return done(tx, call, id, 'allocation.edit', shown)
  })
