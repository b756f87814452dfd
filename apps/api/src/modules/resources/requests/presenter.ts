import type { z } from 'zod'
import type { allocation, allocationLine, approvalStep } from '@entente/shared/resources/requests/allocation-contract'
import { minorUnits } from '@entente/shared/kernel/money'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { presentOriginal } from '../rates/presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'
import { allocationPolicy, approval, type Weighed } from './policy.ts'

export const withLines = {
  program: true,
  amendments: { select: { id: true }, orderBy: { id: 'asc' } },
  lines: { include: { envelope: true }, orderBy: { position: 'asc' } },
  steps: { include: { delegation: true, ruleOf: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.AllocationInclude

/** An allocation as it is stored, and those whose own costs it pays (`participantsOf`). */
export type AllocationRow = Prisma.AllocationGetPayload<{ include: typeof withLines }> & {
  participantIds: readonly string[]
}
export type LineRow = AllocationRow['lines'][number]

const convertedLine = (row: LineRow) => {
  const original = presentOriginal(row)
  if (original === null) return null
  return { ...original, approved: row.originalApproved?.toFixed(minorUnits(original.currency)) ?? null }
}

export const presentLine = (row: LineRow): z.input<typeof allocationLine> => {
  const { unit, fiscalYear, profile, holder } = row.envelope
  return {
    id: row.id,
    envelopeId: row.envelopeId,
    fiscalYear,
    unit,
    envelopeProfile: profile,
    envelopeHolder: holder,
    description: row.description,
    profile: row.profile,
    from: asOptionalDay(row.startsOn),
    to: asOptionalDay(row.endsOn),
    asked: amountIn(unit, row.asked),
    approved: row.approved === null ? null : amountIn(unit, row.approved),
    outcome: row.outcome,
    reason: row.reason,
    original: convertedLine(row),
    reserved: amountIn(unit, row.reserved),
    committed: amountIn(unit, row.committed),
    spent: amountIn(unit, row.spent),
  }
}

export const peopleIn = (row: AllocationRow) => [
  row.requestedById,
  ...row.steps.flatMap((step) => [step.decidedById, step.delegation?.fromId]),
]

const currentSteps = (row: AllocationRow, people: People): z.input<typeof approvalStep>[] =>
  row.steps.map((step) => ({
    id: step.id,
    rule: step.rule,
    name: step.ruleOf && { fr: step.ruleOf.nameFr, en: step.ruleOf.nameEn },
    round: step.round,
    group: step.group,
    role: step.role,
    state: step.state,
    decidedBy: optionalPersonOf(people, step.decidedById),
    onBehalfOf: optionalPersonOf(people, step.delegation?.fromId ?? null),
    decidedAt: step.decidedAt?.toISOString() ?? null,
    reason: step.reason,
  }))

/** What may be done to it; a request that may only be returned or refused says why it is not approved, too. */
const allowedOf = (row: Weighed, actor: Actor) => {
  const { can, cannot } = allowedOn(allocationPolicy, row, actor)
  return { can, cannot: { ...cannot, ...allowedOn({ decide: approval }, row, actor).cannot } }
}

export const presentAllocation = (
  row: AllocationRow & Weighed,
  people: People,
  actor: Actor,
): z.input<typeof allocation> => ({
  id: row.id,
  programId: row.programId,
  program: row.program && {
    id: row.program.id,
    reference: row.program.reference,
    title: { fr: row.program.titleFr, en: row.program.titleEn },
  },
  activityId: row.activityId,
  justification: row.justification,
  neededOn: asDay(row.neededOn),
  state: row.state,
  requestedBy: personOf(people, row.requestedById),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  documentIds: row.documentIds,
  amendsId: row.amendsId,
  amendmentIds: row.amendments.map(({ id }) => id),
  lines: row.lines.map(presentLine),
  steps: currentSteps(row, people),
  version: row.version,
  ...allowedOf(row, actor),
})
