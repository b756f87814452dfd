import { safeguards } from '@entente/shared/safeguards/contract'
import { termsWorkflow } from '@entente/shared/safeguards/workflow'
import { asDate, dayOf } from '../../platform/database/clock.ts'
import { newId } from '../../platform/database/ids.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { invalidField, ProblemError, requireNotFuture } from '../../platform/rules/problems.ts'
import { attachOwnProof } from '../documents/proof-service.ts'
import { voiceOf } from '../partnerships/policy.ts'
import { takesPart } from '../partnerships/queries.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programTermsPolicy } from './policy.ts'
import type { TermsRow } from './presenter.ts'
import { termsRecord } from './queries.ts'

/** Proposes terms of reference to a host of the program: the host decides, we assist (P3). */
export const proposeTerms = adding(
  safeguards.propose,
  termsRecord,
  { action: 'propose', rule: programTermsPolicy.propose, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    if (!(await takesPart(tx, program.id, body.organizationId, 'host'))) {
      throw invalidField('/organizationId', {
        fr: 'Choisissez un organisme hôte de ce programme.',
        en: 'Choose a host body of this program.',
      })
    }
    const proposed = { state: termsWorkflow.initial, proposedById: actor.id, proposedAt: tx.now }
    const row = await tx.db.termsOfReference.create({
      data: { ...body, ...proposed, id: newId(), programId: program.id },
    })
    return row.id
  },
)

const required = { fr: 'Ce champ est requis.', en: 'This field is required.' }

/** The day the host agreed, as a coordinator records it: with the document that proves it, between the proposal and today. */
const recordedDay = ({ documentId, agreedOn }: Agreeing, row: TermsRow, today: string) => {
  const missing = [...(documentId === null ? ['/documentId'] : []), ...(agreedOn === null ? ['/agreedOn'] : [])]
  if (agreedOn === null || missing.length > 0) {
    throw new ProblemError('invalid', { errors: missing.map((pointer) => ({ pointer, detail: required })) })
  }
  requireNotFuture(agreedOn, today, '/agreedOn')
  if (agreedOn < dayOf(row.proposedAt)) {
    throw invalidField('/agreedOn', {
      fr: 'L’accord ne précède pas la proposition.',
      en: 'The agreement does not precede the proposal.',
    })
  }
  return agreedOn
}
type Agreeing = CallOf<typeof safeguards.agree>['body']

/** The host agrees: by an account of that organization, today; or a coordinator records it with its document (P3-G1). */
export const agreeToTerms = changing(
  safeguards.agree,
  termsRecord,
  {
    among: ['agree', 'recordAgreement'],
    by: (_body, actor) => (voiceOf(actor, actor.organizationId) === 'account' ? 'agree' : 'recordAgreement'),
  },
  async ({ tx, actor, body, id, before }) => {
    const speaks = voiceOf(actor, before.organizationId) === 'account'
    const agreedOn = speaks ? tx.today : recordedDay(body, before, tx.today)
    await attachOwnProof(
      tx,
      actor,
      { programId: before.programId, organizationId: before.organizationId, documentId: body.documentId },
      ['terms', '/documentId'],
    )
    await tx.db.termsOfReference.update({
      where: { id },
      data: {
        state: termsWorkflow.transitions.agree.to,
        documentId: body.documentId,
        agreedById: actor.id,
        agreedAt: tx.now,
        agreedOn: asDate(agreedOn),
        version: { increment: 1 },
      },
    })
    return { action: 'terms.agree' }
  },
)
