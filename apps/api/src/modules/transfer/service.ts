import { transfer } from '@entente/shared/transfer/contract'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { attachProof } from '../documents/proof-service.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programTransferPolicy } from './policy.ts'
import { objectiveRecord } from './queries.ts'

/** Adds what the host is to be able to do without us, before the work ends. */
export const addObjective = adding(
  transfer.addObjective,
  objectiveRecord,
  { action: 'add', rule: programTransferPolicy.addObjective, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    const created = { createdById: actor.id, createdAt: tx.now }
    const row = await tx.db.transferObjective.create({
      data: { ...body, ...created, id: newId(), programId: program.id },
    })
    return row.id
  },
)

/** Corrects an objective until its level is verified: what was verified is what stays written. */
export const editObjective = changing(
  transfer.editObjective,
  objectiveRecord,
  'edit',
  async ({ tx, body, id, before }) => {
    const { competence, unit, verificationMethod, baseline = before.baseline, target = before.target } = body
    if (target <= baseline) {
      throw invalidField('/target', {
        fr: 'La cible doit dépasser la valeur de référence.',
        en: 'The target must be above the baseline.',
      })
    }
    await tx.db.transferObjective.update({
      where: { id },
      data: {
        baseline,
        target,
        ...(competence && { competence }),
        ...(unit && { unit }),
        ...(verificationMethod && { verificationMethod }),
        version: { increment: 1 },
      },
    })
  },
)

/** Records the level reached. Below the target, the reason is part of the record (domain.md, P4-G2). */
export const verifyObjective = changing(
  transfer.verify,
  objectiveRecord,
  'verify',
  async ({ tx, actor, body, id, before }) => {
    const { level, notReachedReason, documentId } = body
    const reached = level >= before.target
    if (!reached && notReachedReason === null) {
      throw invalidField('/notReachedReason', {
        fr: 'Dites pourquoi la cible n’est pas atteinte.',
        en: 'Say why the target is not reached.',
      })
    }
    await attachProof(tx, actor, before.programId, documentId, ['transfer', '/documentId'])
    await tx.db.transferObjective.update({
      where: { id },
      data: {
        verifiedLevel: level,
        notReachedReason: reached ? null : notReachedReason,
        verifiedById: actor.id,
        verifiedAt: tx.now,
        documentId,
        version: { increment: 1 },
      },
    })
  },
)
