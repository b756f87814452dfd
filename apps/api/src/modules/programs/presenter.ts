import type { z } from 'zod'
import {
  type Compass,
  type partnerProgram,
  type program,
  type programSummary,
  scope,
} from '@entente/shared/programs/contract'
import { isEnd, isFinal, path, type Stage, stage, suspensionCause } from '@entente/shared/programs/workflow'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { type Actor, allows } from '../../platform/rules/policy.ts'
import { has } from '../users/policy.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'
import { programPolicy } from './policy.ts'

/** What presenting a program takes from its own tables. */
export const withStages = {
  stages: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ProgramInclude
export type ProgramRow = Prisma.ProgramGetPayload<{ include: typeof withStages }>

/** What later slices know of a program and its presentation shows. */
export type Standing = { compass: Compass; moves: Stage[] }

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
  scope: scope.parse(row.scope),
  stage: stage.parse(row.stage),
  path: path.parse(row.path),
  stageSince: row.stageSince.toISOString(),
  suspended: presentSuspension(row, people),
  pollingOn: asOptionalDay(row.pollingOn),
  coordinator: personOf(people, row.coordinatorId),
  compass: standing.compass,
  version: row.version,
})

const presentSuspension = (row: ProgramRow, people: People) =>
  row.suspendedCause === null || row.suspendedSince === null
    ? null
    : {
        cause: suspensionCause.parse(row.suspendedCause),
        since: row.suspendedSince.toISOString(),
        by: optionalPersonOf(people, row.suspendedById)?.name ?? '',
        note: row.suspendedNote,
      }

export const presentProgram = (
  row: ProgramRow,
  people: People,
  actor: Actor,
  standing: Standing,
): z.input<typeof program> => {
  const present = stage.parse(row.stage)
  return {
    ...presentSummary(row, people, standing),
    outcome: isEnd(present) ? present : null,
    plannedMoney: { amount: row.plannedMoney.toFixed(2), currency: 'CAD' },
    plannedDays: row.plannedDays.toFixed(1),
    actingAloneReason: row.actingAloneReason,
    createdAt: row.createdAt.toISOString(),
    stages: row.stages.map((entry) => ({
      stage: stage.parse(entry.stage),
      from: entry.fromStage === null ? null : stage.parse(entry.fromStage),
      at: entry.at.toISOString(),
      by: personOf(people, entry.byId).name,
      note: entry.note,
    })),
    moves: standing.moves,
    can: actionsOn(row, actor),
  }
}

/** What this person may do around the program, gates and details aside. */
const actionsOn = (row: ProgramRow, actor: Actor): z.input<typeof program>['can'] => {
  if (isFinal(stage.parse(row.stage))) return has(actor, 'coordinator') ? ['share'] : []
  const suspended = row.suspendedCause !== null
  const coordinates = has(actor, 'coordinator')
  const table = {
    edit: allows(programPolicy.edit, actor, row),
    move: !suspended && (coordinates || has(actor, 'executive')),
    suspend: !suspended && (coordinates || has(actor, 'executive')),
    resume: suspended && has(actor, 'executive'),
    waive: coordinates || has(actor, 'manager'),
    share: coordinates || has(actor, 'executive'),
    decide: has(actor, 'executive'),
    analyse: coordinates || has(actor, 'analyst'),
    allocate: coordinates,
  }
  return (Object.keys(table) as (keyof typeof table)[]).filter((action) => table[action])
}

type Sections = readonly string[]

/** A partner's sight of a program: fields are listed in, one by one. */
export const presentToPartner = (
  row: ProgramRow,
  people: People,
  standing: Standing,
  sections: Sections,
): z.input<typeof partnerProgram> => ({
  id: row.id,
  reference: row.reference,
  title: { fr: row.titleFr, en: row.titleEn },
  countryCode: row.countryCode,
  scope: scope.parse(row.scope),
  stage: stage.parse(row.stage),
  path: path.parse(row.path),
  stageSince: row.stageSince.toISOString(),
  suspended: row.suspendedSince === null ? null : { since: row.suspendedSince.toISOString() },
  pollingOn: asOptionalDay(row.pollingOn),
  coordinator: { name: personOf(people, row.coordinatorId).name },
  compass: sections.includes('overview')
    ? standing.compass.map(({ principle, state }) => ({ principle, state, evidence: [] }))
    : [],
  version: row.version,
  sections: [...sections],
  can: ['opine', 'object'],
})
