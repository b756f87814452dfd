import type { z } from 'zod'
import type { consultation, objection } from '@entente/shared/participation/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { dayOf } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { workingDaysAfter } from '../calendar/queries.ts'
import { shortName } from '../organizations/presenter.ts'
import { optionalPersonOf, type People } from '../users/presenter.ts'
import { consultationPolicy, objectionPolicy } from './policy.ts'

export const withParties = { program: true, organization: true } satisfies Prisma.ConsultationInclude
export type ConsultationRow = Prisma.ConsultationGetPayload<{ include: typeof withParties }>
export type ObjectionRow = Prisma.ObjectionGetPayload<{ include: typeof withParties }>

/** Working days without an answer that make a documented silence (domain.md, P5-G1). */
const silenceDays = 5
export const silenceOn = (row: { openedAt: Date }) => workingDaysAfter(dayOf(row.openedAt), silenceDays)

/** Whether an organization has answered, may still be waited for, has been silent long enough, or is asked no more. */
export const stateOf = (row: { openedAt: Date; answeredAt: Date | null; closedAt: Date | null }, today: string) => {
  if (row.answeredAt !== null) return 'answered' as const
  if (row.closedAt !== null) return 'closed' as const
  return silenceOn(row) <= today ? ('silent' as const) : ('open' as const)
}

export const presentConsultation = (
  row: ConsultationRow,
  people: People,
  actor: Actor,
  today: string,
): z.input<typeof consultation> => ({
  id: row.id,
  programId: row.programId,
  organization: { id: row.organizationId, name: shortName(row.organization, actor.language) },
  question: row.question,
  openedBy: optionalPersonOf(people, row.openedById),
  openedAt: row.openedAt.toISOString(),
  silenceOn: silenceOn(row),
  state: stateOf(row, today),
  stance: row.stance,
  opinion: row.opinion,
  origin: row.origin,
  answeredBy: optionalPersonOf(people, row.answeredById),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  documentId: row.documentId,
  version: row.version,
  ...allowedOn(consultationPolicy, row, actor),
})

export const presentObjection = (row: ObjectionRow, people: People, actor: Actor): z.input<typeof objection> => ({
  id: row.id,
  programId: row.programId,
  organization: { id: row.organizationId, name: shortName(row.organization, actor.language) },
  content: row.content,
  origin: row.origin,
  documentId: row.documentId,
  raisedBy: optionalPersonOf(people, row.raisedById),
  raisedAt: row.raisedAt.toISOString(),
  answer: row.answer,
  answeredBy: optionalPersonOf(people, row.answeredById),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  version: row.version,
  ...allowedOn(objectionPolicy, row, actor),
})
