import type { transfer } from '@entente/shared/transfer/contract'
import { isTimeFor } from '@entente/shared/transfer/rules'
import { stage } from '@entente/shared/programs/workflow'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
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
  command(call, async (tx) => {
    const program = await lockedProgram(tx, call.params.id)
    requireTimeFor('objective', program)
    const row = await tx.db.transferObjective.create({
      data: { ...call.body, id: newId(), programId: program.id, createdById: call.actor.id, createdAt: tx.now },
    })
    const answer = await objectiveFor(tx, call.actor, row.id)
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

const openObjective = async (tx: Tx, id: string) => {
  await lock(tx, 'transfer_objectives', id)
  return tx.db.transferObjective.findUniqueOrThrow({ where: { id }, include: withProgram })
}

const requireUnverified = (row: { verifiedLevel: number | null }) => {
  if (row.verifiedLevel !== null) throw wrongState('Le niveau est déjà vérifié.', 'The level is already verified.')
}

/** Corrects an objective until its level is verified: what was verified is what stays written. */
export const editObjective = (call: CallOf<typeof transfer.editObjective>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openObjective(tx, id)
    const shown = await objectiveFor(tx, call.actor, id)
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
    const row = await tx.db.transferObjective.update({
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
    const answer = await objectiveFor(tx, call.actor, id)
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
  command(call, async (tx) => {
    const { id } = call.params
    const { level, notReachedReason, documentId } = call.body
    const before = await openObjective(tx, id)
    expectVersion(call, await objectiveFor(tx, call.actor, id))
    requireUnverified(before)
    requireTimeFor('verification', before.program)
    const reached = level >= before.target
    if (!reached && notReachedReason === null) {
      throw invalidField('/notReachedReason', {
        fr: 'Dites pourquoi la cible n’est pas atteinte.',
        en: 'Say why the target is not reached.',
      })
    }
    await attach(tx, call.actor, before.programId, documentId, '/documentId')
    const row = await tx.db.transferObjective.update({
      where: { id },
      data: {
        verifiedLevel: level,
        notReachedReason: reached ? null : notReachedReason,
        verifiedById: call.actor.id,
        verifiedAt: tx.now,
        documentId,
        version: { increment: 1 },
      },
    })
    const answer = await objectiveFor(tx, call.actor, id)
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
