import type { z } from 'zod'
import type {
  Compass,
  PartnerCompass,
  PartnerProgram,
  partnerProgram,
  Program,
  program,
  programSummary,
  ToPutRight,
} from '@entente/shared/programs/contract'
import { isEnd, type Stage } from '@entente/shared/programs/workflow'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn, type Policy } from '../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'

/** What presenting a program takes from its own tables. */
export const withStages = {
  stages: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ProgramInclude
export type ProgramRow = Prisma.ProgramGetPayload<{ include: typeof withStages }>

/** What later slices know of a program and its presentation shows. */
export type Standing = { compass: Compass; toPutRight: ToPutRight; moves: Stage[] }

export const peopleIn = (row: ProgramRow) => [
  row.coordinatorId,
  row.suspendedById,
  ...row.stages.map((entry) => entry.byId),
]

export const presentSummary = (
  row: ProgramRow,
  people: People,
  standing: Standing,
): z.input<typeof programSummary> => ({
  id: row.id,
  reference: row.reference,
  title: { fr: row.titleFr, en: row.titleEn },
  countryCode: row.countryCode,
  scope: row.scope,
  stage: row.stage,
  path: row.path,
  stageSince: row.stageSince.toISOString(),
  suspended: presentSuspension(row, people),
  pollingOn: asOptionalDay(row.pollingOn),
  coordinator: personOf(people, row.coordinatorId),
  compass: standing.compass,
  toPutRight: standing.toPutRight,
  version: row.version,
})

const presentSuspension = (row: ProgramRow, people: People) =>
  row.suspendedCause === null || row.suspendedSince === null
    ? null
    : {
        cause: row.suspendedCause,
        since: row.suspendedSince.toISOString(),
        by: optionalPersonOf(people, row.suspendedById)?.name ?? '',
        note: row.suspendedNote,
      }

/** What people may do to a program: rules that the slices contribute and the application gathers. */
export type ProgramPolicies = {
  staff: Policy<ProgramRow, Program['can'][number]>
  partner: Policy<ProgramRow, PartnerProgram['can'][number]>
}

export const presentProgram = (
  row: ProgramRow,
  people: People,
  actor: Actor,
  standing: Standing,
  { staff }: ProgramPolicies,
): z.input<typeof program> => ({
  ...presentSummary(row, people, standing),
  outcome: isEnd(row.stage) ? row.stage : null,
  plannedMoney: { amount: row.plannedMoney.toFixed(2), currency: 'CAD' },
  plannedDays: row.plannedDays.toFixed(1),
  actingAloneReason: row.actingAloneReason,
  createdAt: row.createdAt.toISOString(),
  stages: row.stages.map((entry) => ({
    stage: entry.stage,
    from: entry.fromStage,
    at: entry.at.toISOString(),
    by: personOf(people, entry.byId).name,
    note: entry.note,
  })),
  moves: standing.moves,
  ...allowedOn(staff, row, actor),
})

const toldAs = { notYet: 'underWay', broken: 'underWay', kept: 'kept', waived: 'kept', proven: 'proven' } as const

/** The compass in a partner's words: never better than it is, and without what proves it. */
export const toPartnerCompass = (compass: Compass): PartnerCompass =>
  compass.map(({ principle, state }) => ({ principle, state: toldAs[state] }))

type Sections = readonly string[]

/** A partner's sight of a program: fields are listed in, one by one. */
export const presentToPartner = (
  row: ProgramRow,
  people: People,
  actor: Actor,
  standing: Standing,
  sections: Sections,
  { partner }: ProgramPolicies,
): z.input<typeof partnerProgram> => ({
  id: row.id,
  reference: row.reference,
  title: { fr: row.titleFr, en: row.titleEn },
  countryCode: row.countryCode,
  scope: row.scope,
  stage: row.stage,
  path: row.path,
  stageSince: row.stageSince.toISOString(),
  suspended: row.suspendedSince === null ? null : { since: row.suspendedSince.toISOString() },
  pollingOn: asOptionalDay(row.pollingOn),
  coordinator: { name: personOf(people, row.coordinatorId).name },
  compass: sections.includes('overview') ? toPartnerCompass(standing.compass) : [],
  version: row.version,
  sections: [...sections],
  ...allowedOn(partner, row, actor),
})
