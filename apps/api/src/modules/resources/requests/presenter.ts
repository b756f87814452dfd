import type { z } from 'zod'
import {
  type allocation,
  type allocationLine,
  allocationState,
  approvalStep,
  lineOutcome,
} from '@entente/shared/resources/requests/allocation-contract'
import {
  type Converted,
  type envelope,
  entryKind,
  type ledgerEntry,
  unit as unitWord,
} from '@entente/shared/resources/ledger/contract'
import { minorUnits } from '@entente/shared/kernel/money'
import type { Envelope, Prisma } from '../../../generated/prisma/client.ts'
import { asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import { type Actor, allows, hasRole } from '../../../platform/rules/policy.ts'
import { has } from '../../users/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { allocationPolicy, ceilingPolicy, isApprovable, isReconciled } from './policy.ts'
import { hasSigned } from './step-policy.ts'

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

export const presentEnvelope = (row: Envelope, actor: Actor): z.input<typeof envelope> => ({
  id: row.id,
  fiscalYear: row.fiscalYear,
  unit: unitWord.parse(row.unit),
  profile: row.profile,
  holder: row.holder,
  ...sumsOf(row),
  version: row.version,
  can: [
    ...(hasRole(actor, allocationPolicy.openEnvelope.roles) ? (['edit'] as const) : []),
    ...(hasRole(actor, ceilingPolicy.propose.roles) ? (['change'] as const) : []),
  ],
})

type Converting = Pick<LineRow, 'originalAmount' | 'originalCurrency' | 'rate' | 'rateSource' | 'rateOn'>

/** What was converted and at which rate, as it was frozen; null for what needed no conversion. */
export const originalOf = ({ originalAmount, originalCurrency, rate, rateSource, rateOn }: Converting) =>
  originalAmount === null || originalCurrency === null || rate === null || rateSource === null || rateOn === null
    ? null
    : { originalAmount: originalAmount.toFixed(), originalCurrency, rate, rateSource, rateOn }

const presentOriginal = (row: Converting): Converted | null => {
  const original = originalOf(row)
  if (original === null) return null
  const { originalCurrency: currency, rate, rateSource, rateOn } = original
  const amount = row.originalAmount?.toFixed(minorUnits(currency)) ?? ''
  return { amount, currency, rate: rate.toFixed(), rateSource, rateOn: asDay(rateOn) }
}

const convertedLine = (row: LineRow) => {
  const original = presentOriginal(row)
  if (original === null) return null
  return { ...original, approved: row.originalApproved?.toFixed(minorUnits(original.currency)) ?? null }
}

/** Says nothing of an entry that was made in the envelope’s own unit. */
const originalIn = (row: EntryRow) => {
  const original = presentOriginal(row)
  return original === null ? {} : { original }
}

export const presentLine = (row: LineRow): z.input<typeof allocationLine> => {
  const { unit, fiscalYear, profile, holder } = row.envelope
  return {
    id: row.id,
    envelopeId: row.envelopeId,
    fiscalYear,
    unit: unitWord.parse(unit),
    envelopeProfile: profile,
    envelopeHolder: holder,
    description: row.description,
    profile: row.profile,
    from: asOptionalDay(row.startsOn),
    to: asOptionalDay(row.endsOn),
    asked: amountIn(unit, row.asked),
    approved: row.approved === null ? null : amountIn(unit, row.approved),
    outcome: lineOutcome.nullable().parse(row.outcome),
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
  row.steps.map((step) =>
    approvalStep.parse({
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
    }),
  )

export const presentAllocation = (row: AllocationRow, people: People, actor: Actor): z.input<typeof allocation> => ({
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
  state: allocationState.parse(row.state),
  requestedBy: personOf(people, row.requestedById),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  documentIds: row.documentIds,
  amendsId: row.amendsId,
  amendmentIds: row.amendments.map(({ id }) => id),
  lines: row.lines.map(presentLine),
  steps: currentSteps(row, people),
  version: row.version,
  can: actionsOn(row, actor),
})

const actionsOn = (row: AllocationRow, actor: Actor) => {
  const writing = row.state === 'draft' || row.state === 'returned'
  const table = {
    edit: writing && has(actor, 'coordinator'),
    submit: writing && has(actor, 'coordinator'),
    withdraw: row.state === 'submitted' && has(actor, 'coordinator'),
    decide: row.state === 'submitted' && allows(allocationPolicy.decide, actor, row) && !hasSigned(row, actor.id),
    record: row.state === 'approved' && allows(allocationPolicy.record, actor, row),
    amend: row.state === 'approved' && allows(allocationPolicy.draft, actor, row),
  }
  return (['edit', 'submit', 'withdraw', 'decide', 'record', 'amend'] as const).filter((action) => table[action])
}

export const withReversals = {
  envelope: true,
  program: true,
  reverses: true,
  reversedBy: true,
  staff: true,
} satisfies Prisma.LedgerEntryInclude
export type EntryRow = Prisma.LedgerEntryGetPayload<{ include: typeof withReversals }>

const columnOf = (releasedFrom: string | null) =>
  releasedFrom === null ? null : releasedFrom === 'reserved' ? 'reserved' : 'committed'

/**
 * Entries of an allocation may be undone, once, and until the ledger of their program is closed; a release only while
 * its program may still be given resources. A transfer is taken back by two people, as it was made.
 */
const isReversible = ({ kind, allocationId, reversedBy, program }: EntryRow) =>
  kind !== 'reversal' &&
  allocationId !== null &&
  reversedBy === null &&
  !isReconciled(program) &&
  (kind !== 'release' || isApprovable(program))

export const presentEntry = (row: EntryRow, people: People, actor: Actor): z.input<typeof ledgerEntry> => ({
  id: row.id,
  kind: entryKind.parse(row.kind),
  envelopeId: row.envelopeId,
  unit: unitWord.parse(row.envelope.unit),
  amount: amountIn(row.envelope.unit, row.amount),
  currency: row.envelope.unit === 'CAD' ? 'CAD' : null,
  releasedFrom: columnOf(row.releasedFrom),
  ...originalIn(row),
  allocationId: row.allocationId,
  lineId: row.lineId,
  programId: row.programId,
  on: asDay(row.effectiveOn),
  at: row.at.toISOString(),
  by: personOf(people, row.byId),
  documentId: row.documentId,
  direction: row.direction === null ? null : row.direction === 'in' ? 'in' : 'out',
  reverses: row.reverses && {
    id: row.reverses.id,
    kind: entryKind.parse(row.reverses.kind),
    releasedFrom: columnOf(row.reverses.releasedFrom),
  },
  reason: row.reason,
  reversedById: row.reversedBy?.id ?? null,
  staff: row.staff && { id: row.staff.id, name: row.staff.name },
  from: asOptionalDay(row.workedFrom),
  can: isReversible(row) && hasRole(actor, allocationPolicy.record.roles) ? ['reverse'] : [],
})
