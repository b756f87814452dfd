import { programs, type Scope } from '@entente/shared/programs/contract'
import type { Path, Stage, SuspensionCause } from '@entente/shared/programs/workflow'
import { asOptionalDate } from '../../platform/database/clock.ts'
import { changing } from '../../platform/records/changing.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { type Knowledge, programRecord, programRow } from './queries.ts'

/** The next number of a series. The row stays locked until the transaction ends, so that no number is lost or doubled. */
export const nextNumber = async (tx: Tx, series: string) => {
  const rows = await tx.db.$queryRaw<{ value: number }[]>`
    INSERT INTO counters (name, value) VALUES (${series}, 1)
    ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`
  return rows[0]?.value ?? 1
}

export type NewProgram = {
  title: { fr: string; en: string | null }
  countryCode: string | null
  scope: Scope
  path: Path
  pollingOn: string | null
  coordinatorId: string
}

/** Opens the dossier of a request, at the stage `received`, under the next reference of the year. */
export const openProgram = async (tx: Tx, { title, pollingOn, ...rest }: NewProgram) => {
  const year = tx.today.slice(0, 4)
  const number = await nextNumber(tx, `program-${year}`)
  const id = newId()
  await tx.db.program.create({
    data: {
      id,
      reference: `PCI-${year}-${String(number).padStart(3, '0')}`,
      titleFr: title.fr,
      titleEn: title.en,
      pollingOn: asOptionalDate(pollingOn),
      stage: 'received',
      stageSince: tx.now,
      createdAt: tx.now,
      ...rest,
      stages: { create: { id: newId(), stage: 'received', at: tx.now, byId: rest.coordinatorId } },
    },
  })
  return programRow(tx, id)
}

/** Puts a program in a stage. Only the lifecycle calls this, after its gates have passed. */
export const enterStage = async (tx: Tx, actor: Actor, id: string, from: Stage, to: Stage, note: string | null) => {
  await tx.db.stageEntry.create({
    data: { id: newId(), programId: id, fromStage: from, stage: to, at: tx.now, byId: actor.id, note },
  })
  await tx.db.program.update({ where: { id }, data: { stage: to, stageSince: tx.now, version: { increment: 1 } } })
}

type Suspension = { cause: SuspensionCause; note: string }

/** Lays a suspension over the present stage, or lifts it (null). Only the lifecycle calls this. */
export const setSuspension = async (tx: Tx, actor: Actor, id: string, suspension: Suspension | null) => {
  await tx.db.program.update({
    where: { id },
    data: {
      suspendedCause: suspension?.cause ?? null,
      suspendedNote: suspension?.note ?? null,
      suspendedSince: suspension === null ? null : tx.now,
      suspendedById: suspension === null ? null : actor.id,
      version: { increment: 1 },
    },
  })
}

/**
 * Puts a program on the standard path, where it stands; it never comes back from there. It is no
 * version of its own: it follows from the one that is being written.
 */
export const takeStandardPath = (tx: Tx, id: string) =>
  tx.db.program.update({ where: { id }, data: { path: 'standard' } })

/** What is decided on a program makes its next version: who decides on what they read is told of another's decision. */
export const nextVersion = (tx: Tx, id: string) =>
  tx.db.program.update({ where: { id }, data: { version: { increment: 1 } } })

/** Keeps the polling day of the program the one of its request. */
export const setPollingDay = (tx: Tx, id: string, pollingOn: string | null) =>
  tx.db.program.update({ where: { id }, data: { pollingOn: asOptionalDate(pollingOn), version: { increment: 1 } } })

const requireCoordinator = async (tx: Tx, id: string) => {
  const person = await tx.db.user.findUnique({ where: { id } })
  if (person === null || !person.roles.includes('coordinator') || person.disabledAt !== null) {
    throw invalidField('/coordinatorId', {
      fr: 'Choisissez une coordonnatrice ou un coordonnateur.',
      en: 'Choose a coordinator.',
    })
  }
}

/** Corrects the title, the person responsible or the estimates. The stage is not among them. */
export const editProgram = (knowledge: Knowledge) =>
  changing(programs.edit, programRecord(knowledge), 'edit', async ({ tx, body, id, before }) => {
    const { title, coordinatorId, plannedMoney, plannedDays, actingAloneReason } = body
    if (coordinatorId !== undefined) await requireCoordinator(tx, coordinatorId)
    await tx.db.program.update({
      where: { id },
      data: {
        ...(title && { titleFr: title.fr, titleEn: title.en }),
        ...(coordinatorId &&
          coordinatorId !== before.coordinatorId && {
            coordinatorId,
            formerCoordinatorIds: [...new Set([...before.formerCoordinatorIds, before.coordinatorId])],
          }),
        ...(plannedMoney && { plannedMoney: plannedMoney.amount }),
        ...(plannedDays && { plannedDays }),
        ...(actingAloneReason !== undefined && { actingAloneReason }),
        version: { increment: 1 },
      },
    })
  })
