import type { safeguards } from '@entente/shared/safeguards/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asDate, dayOf } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, ProblemError, requireNotFuture, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { voiceOf } from '../partnerships/policy.ts'
import { takesPart } from '../partnerships/queries.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { type TermsRow, withParties } from './presenter.ts'
import { termsFor } from './queries.ts'

/** Proposes terms of reference to a host of the program: the host decides, we assist (P3). */
export const proposeTerms = (call: CallOf<typeof safeguards.propose>) =>
  command(call, async (tx) => {
    const program = await lockedProgram(tx, call.params.id)
    requireOpen(program)
    if (!(await takesPart(tx, program.id, call.body.organizationId, 'host'))) {
      throw invalidField('/organizationId', {
        fr: 'Choisissez un organisme hôte de ce programme.',
        en: 'Choose a host body of this program.',
      })
    }
    const row = await tx.db.termsOfReference.create({
      data: {
        ...call.body,
        id: newId(),
        programId: program.id,
        state: 'proposed',
        proposedById: call.actor.id,
        proposedAt: tx.now,
      },
    })
    const answer = await termsFor(tx, call, row.id)
    const record = {
      action: 'terms.propose',
      resource: 'termsOfReference',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

const openTerms = async (tx: Tx, id: string) => {
  await lock(tx, 'terms_of_reference', id)
  return tx.db.termsOfReference.findUniqueOrThrow({ where: { id }, include: withParties })
}

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
export const agreeToTerms = (call: CallOf<typeof safeguards.agree>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openTerms(tx, id)
    expectVersion(call, await termsFor(tx, call, id))
    const voice = voiceOf(call.actor, before.organizationId)
    if (voice === null) throw new ProblemError('closed-to-role')
    requireOpen(before.program)
    if (before.state !== 'proposed') throw wrongState('L’accord est déjà donné.', 'Agreement is already given.')
    const agreedOn = voice === 'account' ? tx.today : recordedDay(call.body, before, tx.today)
    await attach(tx, call.actor, before.programId, call.body.documentId, '/documentId')
    const row = await tx.db.termsOfReference.update({
      where: { id },
      data: {
        state: 'agreed',
        documentId: call.body.documentId,
        agreedById: call.actor.id,
        agreedAt: tx.now,
        agreedOn: asDate(agreedOn),
        version: { increment: 1 },
      },
    })
    const answer = await termsFor(tx, call, id)
    const record = {
      action: 'terms.agree',
      resource: 'termsOfReference',
      id,
      programId: row.programId,
      version: row.version,
      before: { state: before.state },
      after: answer,
    }
    return { answer, record }
  })
