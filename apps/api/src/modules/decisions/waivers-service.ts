import type { decisions } from '@entente/shared/decisions/contract'
import { waivableGates, waiverDays } from '@entente/shared/decisions/rules'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { addDays, asDate, asDay } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { decideWaiverOf } from './policy.ts'
import { withProgram } from './presenter.ts'
import { waiverFor } from './queries.ts'

type Proposed = CallOf<typeof decisions.proposeWaiver>['body']

const checkFields = ({ gateId, expiresOn }: Proposed, today: string) => {
  if (!waivableGates.has(gateId)) {
    throw invalidField('/gateId', {
      fr: 'Cette condition n’admet pas de dérogation.',
      en: 'This gate cannot be waived.',
    })
  }
  if (expiresOn <= today || expiresOn > addDays(today, waiverDays)) {
    throw invalidField('/expiresOn', {
      fr: `Choisissez une date à venir, dans ${waiverDays} jours au plus.`,
      en: `Choose a date to come, at most ${waiverDays} days away.`,
    })
  }
}

/** The same gate is not waived twice in a row on one program, nor asked for twice at once (domain.md, 6.12). */
const requireFirst = async (tx: Tx, programId: string, gateId: string) => {
  const latest = await tx.db.waiver.findFirst({
    where: { programId, gateId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
  })
  if (latest?.state === 'proposed') {
    throw wrongState('Une dérogation attend déjà une décision.', 'A waiver already awaits a decision.')
  }
  if (latest?.state === 'granted') {
    throw wrongState(
      'Cette condition a déjà fait l’objet d’une dérogation ; il n’y en a pas deux de suite.',
      'This gate was already waived; there are not two waivers in a row.',
    )
  }
}

/** Asks for a waiver of a gate that admits one, with its reason, its evidence and its end. */
export const proposeWaiver = (call: CallOf<typeof decisions.proposeWaiver>) =>
  command(call, async (tx) => {
    const { gateId, reason, expiresOn, evidenceDocumentId } = call.body
    checkFields(call.body, tx.today)
    const program = await lockedProgram(tx, call.params.id)
    await attach(tx, call.actor, program.id, evidenceDocumentId, '/evidenceDocumentId')
    requireOpen(program)
    await requireFirst(tx, program.id, gateId)
    const row = await tx.db.waiver.create({
      data: {
        id: newId(),
        programId: program.id,
        gateId,
        reason,
        expiresOn: asDate(expiresOn),
        evidenceDocumentId,
        state: 'proposed',
        proposedById: call.actor.id,
        proposedAt: tx.now,
      },
    })
    const answer = await waiverFor(tx, call.actor, row.id)
    const record = {
      action: 'waiver.propose',
      resource: 'waiver',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

/** Grants or refuses a waiver, once: another person than who asked, of a role the gate names (domain.md, 6.12). */
export const decideWaiver = (call: CallOf<typeof decisions.decideWaiver>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { outcome, reason } = call.body
    await lock(tx, 'waivers', id)
    const before = await tx.db.waiver.findUniqueOrThrow({ where: { id }, include: withProgram })
    authorize({ roles: decideWaiverOf(before).roles }, call.actor, before)
    expectVersion(call, await waiverFor(tx, call.actor, id))
    authorize(decideWaiverOf(before), call.actor, before)
    if (before.state !== 'proposed') throw new ProblemError('already-decided')
    requireOpen(before.program)
    if (outcome === 'granted' && asDay(before.expiresOn) < tx.today) {
      throw wrongState('Cette dérogation est échue ; elle peut être refusée.', 'This waiver has lapsed; refuse it.')
    }
    const row = await tx.db.waiver.update({
      where: { id },
      data: {
        state: outcome,
        decidedById: call.actor.id,
        decidedAt: tx.now,
        decisionReason: reason,
        version: { increment: 1 },
      },
    })
    const answer = await waiverFor(tx, call.actor, id)
    const record = {
      action: 'waiver.decide',
      resource: 'waiver',
      id,
      programId: row.programId,
      version: row.version,
      before: { state: before.state },
      after: answer,
    }
    return { answer, record }
  })
