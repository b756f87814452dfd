import type { z } from 'zod'
import type { authorization, decision, waiver } from '@entente/shared/decisions/contract'
import { isRefusal, refusalLetter, waivedAt } from '@entente/shared/decisions/rules'
import type { Authorization, Prisma } from '../../generated/prisma/client.ts'
import { asDay, dayOf } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'
import { authorizationPolicy, waiverPolicy } from './policy.ts'

export const withRequest = { program: { include: { request: true } } } satisfies Prisma.DecisionInclude
export type DecisionRow = Prisma.DecisionGetPayload<{ include: typeof withRequest }>
export const withProgram = { program: true, staff: { select: { id: true, name: true } } } satisfies Prisma.WaiverInclude
export type WaiverRow = Prisma.WaiverGetPayload<{ include: typeof withProgram }>

export const presentDecision = (row: DecisionRow, people: People): z.input<typeof decision> => ({
  id: row.id,
  programId: row.programId,
  outcome: row.outcome,
  reason: row.reason,
  conditions: row.conditions,
  redirectedTo: row.redirectedTo,
  analysisId: row.analysisId,
  decidedBy: personOf(people, row.decidedById),
  decidedAt: row.decidedAt.toISOString(),
  plan: planOf(row),
  zeroPlanReason: row.zeroPlanReason,
  letter: letterOf(row, people),
})

const planOf = ({ plannedMoney, plannedDays }: DecisionRow) =>
  plannedMoney === null || plannedDays === null
    ? null
    : { money: { amount: plannedMoney.toFixed(2), currency: 'CAD' }, days: plannedDays.toFixed(1) }

const letterOf = (row: DecisionRow, people: People) => {
  const { outcome } = row
  const { request, reference } = row.program
  if (!isRefusal(outcome) || request === null) return null
  return refusalLetter({
    outcome,
    reference,
    authorityName: request.requestingAuthority.name,
    receivedOn: asDay(request.receivedOn),
    decidedOn: dayOf(row.decidedAt),
    redirectedTo: row.redirectedTo,
    signedBy: personOf(people, row.decidedById).name,
  })
}

const withdrawalOf = (row: Authorization, people: People) => {
  const { withdrawnOn, withdrawnById, withdrawnAt, withdrawalReason, withdrawalDocumentId } = row
  if (withdrawnOn === null || withdrawnById === null || withdrawnAt === null) return null
  return {
    on: asDay(withdrawnOn),
    reason: withdrawalReason ?? '',
    documentId: withdrawalDocumentId ?? '',
    by: personOf(people, withdrawnById),
    at: withdrawnAt.toISOString(),
  }
}

/** Whom an authorization names: who recorded, confirmed and withdrew it. */
export const peopleOfAuthorization = ({ recordedById, confirmedById, withdrawnById }: Authorization) => [
  recordedById,
  confirmedById,
  withdrawnById,
]

export const presentAuthorization = (
  row: Authorization,
  people: People,
  actor: Actor,
): z.input<typeof authorization> => ({
  id: row.id,
  number: row.number,
  title: row.title,
  startsOn: asDay(row.startsOn),
  endsOn: asDay(row.endsOn),
  countryCodes: row.countryCodes,
  documentId: row.documentId,
  state: row.state,
  recordedBy: personOf(people, row.recordedById),
  confirmedBy: optionalPersonOf(people, row.confirmedById),
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
  withdrawal: withdrawalOf(row, people),
  version: row.version,
  ...allowedOn(authorizationPolicy, row, actor),
})

const absenceOf = ({ staff, awayFrom, awayTo }: WaiverRow) =>
  staff === null || awayFrom === null || awayTo === null ? null : { staff, from: asDay(awayFrom), to: asDay(awayTo) }

export const presentWaiver = (row: WaiverRow, people: People, actor: Actor): z.input<typeof waiver> => ({
  id: row.id,
  programId: row.programId,
  gateId: row.gateId,
  absence: absenceOf(row),
  level: row.level,
  decidedByRoles: [...waivedAt(row.gateId, row.level)],
  reason: row.reason,
  expiresOn: asDay(row.expiresOn),
  evidenceDocumentId: row.evidenceDocumentId,
  state: row.state,
  proposedBy: personOf(people, row.proposedById),
  proposedAt: row.proposedAt.toISOString(),
  decidedBy: optionalPersonOf(people, row.decidedById),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decisionReason: row.decisionReason,
  version: row.version,
  ...allowedOn(waiverPolicy, row, actor),
})
