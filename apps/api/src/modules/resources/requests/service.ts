import type { z } from 'zod'
import type { allocations } from '@entente/shared/resources/requests/contract'
import type { newAllocation } from '@entente/shared/resources/requests/allocation-contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { hasReached, isFinal, path, stage } from '@entente/shared/programs/workflow'
import type { Allocation, Envelope } from '../../../generated/prisma/client.ts'
import { type Call, type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../../platform/database/clock.ts'
import { command } from '../../../platform/records/command.ts'
import { keep, lock, type Unit } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, requireNotPast, wrongState } from '../../../platform/rules/problems.ts'
import { amountOn } from './amount-service.ts'
import { requireOpenYears } from '../approvals/approval-service.ts'
import { attachAll } from '../../documents/service.ts'
import { allocationPolicy, partakersOf } from './policy.ts'
import { askSignatures } from '../approvals/step-service.ts'
import { forgetGrants } from './grant-service.ts'
import { allocationFor, allocationRow, shownTo } from './queries.ts'

type NewLine = z.output<typeof newAllocation>['lines'][number]

const lineRow = async (unit: Unit, line: NewLine, envelope: Envelope | undefined, position: number) => {
  const pointer = `/lines/${position}`
  if (envelope === undefined)
    throw invalidField(`${pointer}/envelopeId`, { fr: 'Enveloppe introuvable.', en: 'Envelope not found.' })
  const year = fiscalYearDays(envelope.fiscalYear)
  if (unit.today > year.to) {
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
  const { amount, original } = await amountOn(unit, envelope, line, { pointer, on: unit.today })
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

const lineRows = async (unit: Unit, lines: readonly NewLine[]) => {
  const envelopes = await unit.db.envelope.findMany({ where: { id: { in: lines.map((line) => line.envelopeId) } } })
  const rows = []
  for (const [position, line] of lines.entries()) {
    const envelope = envelopes.find(({ id }) => id === line.envelopeId)
    rows.push(await lineRow(unit, line, envelope, position))
  }
  return rows
}

/** Drafts and submissions are possible from `design` on, or on the short path from the decision. */
const requireDesign = async (unit: Unit, programId: string | null) => {
  if (programId === null) return
  await keep(unit, 'programs', programId)
  const program = await unit.db.program.findUnique({ where: { id: programId } })
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

const done = async (unit: Unit, call: Call, id: string, action: string, before?: unknown) => {
  const answer = await allocationFor(unit, call.actor, id)
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
const requireAmendable = async (unit: Unit, amendsId: string | null, programId: string | null) => {
  if (amendsId === null) return
  if ((await unit.db.allocation.count({ where: { id: amendsId, state: 'approved', programId } })) > 0) return
  throw invalidField('/amendsId', {
    fr: 'Choisissez une demande approuvée du même programme.',
    en: 'Choose an approved request of the same program.',
  })
}

const requireActivity = async (unit: Unit, id: string | null, programId: string | null) => {
  if (id === null || (await unit.db.activity.count({ where: { id, programId: programId ?? '' } })) > 0) return
  throw invalidField('/activityId', {
    fr: 'Activité introuvable dans ce programme.',
    en: 'Activity not found in this program.',
  })
}

/** Drafts a request for resources. Nothing is reserved. */
export const draftAllocation = (call: CallOf<typeof allocations.draft>) =>
  command(call, async (unit) => {
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
    requireNotPast(neededOn, unit.today, '/neededOn')
    await requireDesign(unit, programId)
    await requireActivity(unit, activityId, programId)
    await requireAmendable(unit, amendsId, programId)
    await attachAll(unit, call.actor, programId, documentIds)
    const id = newId()
    await unit.db.allocation.create({
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
        createdAt: unit.now,
        lines: { create: await lineRows(unit, lines) },
      },
    })
    return done(unit, call, id, 'allocation.draft')
  })

const open = async (unit: Unit, call: Call & { params: { id: string } }) => {
  await lock(unit, 'allocations', call.params.id)
  const row = await allocationRow(unit, call.params.id)
  const shown = await shownTo(unit, call.actor, row)
  expectVersion(call, shown)
  return { row, shown }
}

const requireWriting = (row: Pick<Allocation, 'state'>) => {
  if (row.state !== 'draft' && row.state !== 'returned') {
    throw wrongState(
      'Retirez d’abord cette demande : elle est en attente ou décidée.',
      'Withdraw this request first: it is pending or decided.',
    )
  }
}

/** Changes a draft or returned allocation. Whoever writes in it never decides it. */
export const editAllocation = (call: CallOf<typeof allocations.edit>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { row, shown } = await open(unit, call)
    authorize(allocationPolicy.edit, call.actor, row)
    requireWriting(row)
    const { justification, neededOn, documentIds, lines } = call.body
    if (neededOn !== undefined) requireNotPast(neededOn, unit.today, '/neededOn')
    await attachAll(unit, call.actor, row.programId, documentIds, row.documentIds)
    if (lines !== undefined) await unit.db.allocationLine.deleteMany({ where: { allocationId: id } })
    await unit.db.allocation.update({
      where: { id },
      data: {
        ...(justification && { justification }),
        ...(neededOn && { neededOn: asDate(neededOn) }),
        ...(documentIds && { documentIds }),
        ...(lines && { lines: { create: await lineRows(unit, lines) } }),
        ...(!row.editorIds.includes(call.actor.id) && { editorIds: { push: call.actor.id } }),
        version: { increment: 1 },
      },
    })
    return done(unit, call, id, 'allocation.edit', shown)
  })

/** Asks for the approval: the signatures it needs are written now, as the rules in force say for what it asks. */
export const submitAllocation = (call: CallOf<typeof allocations.submit>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { row } = await open(unit, call)
    authorize(allocationPolicy.submit, call.actor, row)
    requireWriting(row)
    requireOpenYears(unit, row)
    await requireDesign(unit, row.programId)
    const signatures = await askSignatures(unit, row, [...partakersOf(row), call.actor.id])
    await forgetGrants(unit, id)
    await unit.db.allocation.update({
      where: { id },
      data: {
        state: 'submitted',
        submittedAt: unit.now,
        signatures,
        ...(!row.editorIds.includes(call.actor.id) && { editorIds: { push: call.actor.id } }),
        version: { increment: 1 },
      },
    })
    return done(unit, call, id, 'allocation.submit', { state: row.state })
  })

/** Takes a submitted allocation back to draft; its pending steps go with it, and what earlier steps granted. */
export const withdrawAllocation = (call: CallOf<typeof allocations.withdraw>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { row } = await open(unit, call)
    authorize(allocationPolicy.withdraw, call.actor, row)
    if (row.state !== 'submitted')
      throw wrongState('Cette demande n’est pas en attente.', 'This request is not pending.')
    await unit.db.approvalStep.deleteMany({ where: { allocationId: id, state: 'pending' } })
    await forgetGrants(unit, id)
    await unit.db.allocation.update({ where: { id }, data: { state: 'draft', version: { increment: 1 } } })
    return done(unit, call, id, 'allocation.withdraw', { state: row.state })
  })
