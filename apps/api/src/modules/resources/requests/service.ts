import type { z } from 'zod'
import { allocations } from '@entente/shared/resources/requests/contract'
import type { newAllocation } from '@entente/shared/resources/requests/allocation-contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { type AllocationState, allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import type { Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { asDate, asOptionalDate } from '../../../platform/database/clock.ts'
import { adding, changing } from '../../../platform/records/changing.ts'
import { lockShared, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { invalidField, requireNotPast } from '../../../platform/rules/problems.ts'
import { attachAll } from '../../documents/service.ts'
import { amountOn } from './amount-service.ts'
import { programAllocationPolicy } from './policy.ts'
import { allocationRecord } from './queries.ts'

const { initial, transitions } = allocationWorkflow

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

/** The program that resources are asked for, kept as it is; null for general work. */
export const askingProgram = async (tx: Tx, programId: string | null) => {
  if (programId === null) return null
  await lockShared(tx, 'programs', programId)
  const program = await tx.db.program.findUnique({ where: { id: programId } })
  if (program === null) throw invalidField('/programId', { fr: 'Programme introuvable.', en: 'Program not found.' })
  return program
}

/** What completes another request names one that is approved, of the same program: what was signed is never rewritten. */
const requireAmendable = async (tx: Tx, amendsId: string | null, programId: string | null) => {
  if (amendsId === null) return
  if ((await tx.db.allocation.count({ where: { id: amendsId, state: transitions.approve.to, programId } })) > 0) return
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
export const setState = (
  tx: Tx,
  id: string,
  data: Prisma.AllocationUpdateManyMutationInput & { state: AllocationState },
) => tx.db.allocation.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })

/** Drafts a request for resources. Nothing is reserved. */
export const draftAllocation = adding(
  allocations.draft,
  allocationRecord,
  {
    action: 'draft',
    rule: programAllocationPolicy.allocate,
    parent: (tx, { body }) => askingProgram(tx, body.programId),
  },
  async ({ tx, actor, body }) => {
    const { programId, activityId = null, neededOn, documentIds = [], amendsId = null, lines, justification } = body
    // Whoever decides it later is not held up by its day.
    requireNotPast(neededOn, tx.today, '/neededOn')
    await requireActivity(tx, activityId, programId)
    await requireAmendable(tx, amendsId, programId)
    await attachAll(tx, actor, programId, documentIds)
    const id = newId()
    const asked = { state: initial, requestedById: actor.id, editorIds: [actor.id], createdAt: tx.now }
    await tx.db.allocation.create({
      data: {
        ...asked,
        id,
        documentIds,
        amendsId,
        programId,
        activityId,
        justification,
        neededOn: asDate(neededOn),
        lines: { create: await lineRows(tx, lines) },
      },
    })
    return id
  },
)

/** Changes a draft or returned allocation. Whoever writes in it never decides it. */
export const editAllocation = changing(
  allocations.edit,
  allocationRecord,
  'edit',
  async ({ tx, actor, body: { justification, neededOn, documentIds, lines }, id, before }) => {
    if (neededOn !== undefined) requireNotPast(neededOn, tx.today, '/neededOn')
    await attachAll(tx, actor, before.programId, documentIds, before.documentIds)
    if (lines !== undefined) await tx.db.allocationLine.deleteMany({ where: { allocationId: id } })
    await tx.db.allocation.update({
      where: { id },
      data: {
        ...(justification && { justification }),
        ...(neededOn && { neededOn: asDate(neededOn) }),
        ...(documentIds && { documentIds }),
        ...(lines && { lines: { create: await lineRows(tx, lines) } }),
        ...(!before.editorIds.includes(actor.id) && { editorIds: { push: actor.id } }),
        version: { increment: 1 },
      },
    })
  },
)
