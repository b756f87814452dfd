import { decisions } from '@entente/shared/decisions/contract'
import { waivableGates, waiverDays } from '@entente/shared/decisions/rules'
import { isAwaited, isGranted, waiverWorkflow } from '@entente/shared/decisions/workflow'
import { addDays, asDate, asDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programDecisionPolicy } from './policy.ts'
import { waiverRecord } from './queries.ts'

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
  if (latest !== null && isAwaited(latest)) {
    throw wrongState('Une dérogation attend déjà une décision.', 'A waiver already awaits a decision.')
  }
  if (latest !== null && isGranted(latest)) {
    throw wrongState(
      'Cette condition a déjà fait l’objet d’une dérogation ; il n’y en a pas deux de suite.',
      'This gate was already waived; there are not two waivers in a row.',
    )
  }
}

/** Asks for a waiver of a gate that admits one, with its reason, its evidence and its end. */
export const proposeWaiver = adding(
  decisions.proposeWaiver,
  waiverRecord,
  { action: 'propose', rule: programDecisionPolicy.waive, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    checkFields(body, tx.today)
    await attach(tx, actor, program.id, body.evidenceDocumentId, '/evidenceDocumentId')
    await requireFirst(tx, program.id, body.gateId)
    const id = newId()
    await tx.db.waiver.create({
      data: {
        ...body,
        id,
        programId: program.id,
        expiresOn: asDate(body.expiresOn),
        state: waiverWorkflow.initial,
        proposedById: actor.id,
        proposedAt: tx.now,
      },
    })
    return id
  },
)

/** Grants or refuses a waiver, once: another person than who asked, of a role the gate names (domain.md, 6.12). */
export const decideWaiver = changing(
  decisions.decideWaiver,
  waiverRecord,
  'decide',
  async ({ tx, actor, body: { outcome, reason }, id, before }) => {
    if (outcome === waiverWorkflow.transitions.grant.to && asDay(before.expiresOn) < tx.today) {
      throw wrongState('Cette dérogation est échue ; elle peut être refusée.', 'This waiver has lapsed; refuse it.')
    }
    const decided = { decidedById: actor.id, decidedAt: tx.now, decisionReason: reason }
    await tx.db.waiver.update({ where: { id }, data: { ...decided, state: outcome, version: { increment: 1 } } })
  },
)
