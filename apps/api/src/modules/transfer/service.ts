import type { transfer } from '@entente/shared/transfer/contract'
import { isTimeFor } from '@entente/shared/transfer/rules'
import { stage } from '@entente/shared/programs/workflow'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Unit } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { lockedProgram } from '../programs/dossier-service.ts'
import { withProgram } from './presenter.ts'
import { objectiveFor } from './queries.ts'

/** Refuses what the stage of the program is too early or too late for (409). */
export const requireTimeFor = (what: Parameters<typeof isTimeFor>[0], program: { stage: string }) => {
  if (!isTimeFor(what, stage.parse(program.stage))) {
    throw wrongState('L’étape du programme ne le permet pas.', 'The stage of the program does not allow it.')
  }
}

/** Adds what the host is to be able to do without us, before the work ends. */
export const addObjective = (call: CallOf<typeof transfer.addObjective>) =>
  command(call, async (unit) => {
    const program = await lockedProgram(unit, call.params.id)
    requireTimeFor('objective', program)
    const row = await unit.db.transferObjective.create({
      data: { ...call.body, id: newId(), programId: program.id, createdById: call.actor.id, createdAt: unit.now },
    })
    const answer = await objectiveFor(unit, call.actor, row.id)
    const record = {
      action: 'transfer.addObjective',
      resource: 'transferObjective',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

const openObjective = async (unit: Unit, id: string) => {
  await lock(unit, 'transfer_objectives', id)
  return unit.db.transferObjective.findUniqueOrThrow({ where: { id }, include: withProgram })
}

const requireUnverified = (row: { verifiedLevel: number | null }) => {
  if (row.verifiedLevel !== null) throw wrongState('Le niveau est déjà vérifié.', 'The level is already verified.')
}

/** Corrects an objective until its level is verified: what was verified is what stays written. */
export const editObjective = (call: CallOf<typeof transfer.editObjective>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const before = await openObjective(unit, id)
    const shown = await objectiveFor(unit, call.actor, id)
    expectVersion(call, shown)
    requireUnverified(before)
    requireTimeFor('objective', before.program)
    const { competence, unit: hostUnit, verificationMethod } = call.body
    const { baseline = before.baseline, target = before.target } = call.body
    if (target <= baseline) {
      throw invalidField('/target', {
        fr: 'La cible doit dépasser la valeur de référence.',
        en: 'The target must be above the baseline.',
      })
    }
    const row = await unit.db.transferObjective.update({
      where: { id },
      data: {
        baseline,
        target,
        ...(competence && { competence }),
        ...(hostUnit && { unit: hostUnit }),
        ...(verificationMethod && { verificationMethod }),
        version: { increment: 1 },
      },
    })
    const answer = await objectiveFor(unit, call.actor, id)
    const record = {
      action: 'transfer.editObjective',
      resource: 'transferObjective',
      id,
      programId: row.programId,
      version: row.version,
      before: shown,
      after: answer,
    }
    return { answer, record }
  })

/** Records the level reached. Below the target, the reason is part of the record (domain.md, P4-G2). */
export const verifyObjective = (call: CallOf<typeof transfer.verify>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { level, notReachedReason, documentId } = call.body
    const before = await openObjective(unit, id)
    expectVersion(call, await objectiveFor(unit, call.actor, id))
    requireUnverified(before)
    requireTimeFor('verification', before.program)
    const reached = level >= before.target
    if (!reached && notReachedReason === null) {
      throw invalidField('/notReachedReason', {
        fr: 'Dites pourquoi la cible n’est pas atteinte.',
        en: 'Say why the target is not reached.',
      })
    }
    await attach(unit, call.actor, before.programId, documentId, '/documentId')
    const row = await unit.db.transferObjective.update({
      where: { id },
      data: {
        verifiedLevel: level,
        notReachedReason: reached ? null : notReachedReason,
        verifiedById: call.actor.id,
        verifiedAt: unit.now,
        documentId,
        version: { increment: 1 },
      },
    })
    const answer = await objectiveFor(unit, call.actor, id)
    const record = {
      action: 'transfer.verify',
      resource: 'transferObjective',
      id,
      programId: row.programId,
      version: row.version,
      before: { verifiedLevel: null },
      after: answer,
    }
    return { answer, record }
  })
