import { partnerships } from '@entente/shared/partnerships/contract'
import { needsProof } from '@entente/shared/partnerships/workflow'
import { minorUnits } from '@entente/shared/kernel/money'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import { adding } from '../../platform/records/changing.ts'
import type { Document } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField, requireNotFuture, wrongState } from '../../platform/rules/problems.ts'
import { attachOwnProof, copiesOf } from '../documents/proof-service.ts'
import { organizationExists } from '../organizations/queries.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programPartnershipPolicy, voiceOf } from './policy.ts'
import { agreementRecord, contributionRecord, memberRecord, takesPart } from './queries.ts'

/** Refuses an organization that has no part in the program, or not this one (400). */
export const requireMember = async (tx: Tx, programId: string, organizationId: string) => {
  if (!(await takesPart(tx, programId, organizationId))) {
    throw invalidField('/organizationId', {
      fr: 'Cette organisation ne participe pas au programme.',
      en: 'This organization takes no part in the program.',
    })
  }
}

/**
 * The organization a record is made for: a partner’s own, whatever it names; otherwise the one a coordinator names,
 * which takes part in the program. Anything else is a fault of the field (400).
 */
export const organizationSpeaking = async (tx: Tx, actor: Actor, programId: string, wanted: string | null) => {
  const id = wanted ?? actor.organizationId
  const origin = voiceOf(actor, id)
  if (id === null || origin === null) {
    throw invalidField('/organizationId', {
      fr: 'Choisissez une organisation pour laquelle vous pouvez parler.',
      en: 'Choose an organization you can speak for.',
    })
  }
  if (origin === 'recorded') await requireMember(tx, programId, id)
  return { organizationId: id, origin }
}

const { edit, sign, reportContribution: report } = programPartnershipPolicy

/** Gives an organization a role in the program, once. */
export const joinProgram = adding(
  partnerships.join,
  memberRecord,
  { action: 'join', rule: edit, ...toProgram },
  async ({ tx, body: { organizationId, role }, parent: program }) => {
    if (!(await organizationExists(tx, organizationId))) {
      throw invalidField('/organizationId', { fr: 'Organisation introuvable.', en: 'Organization not found.' })
    }
    if (await takesPart(tx, program.id, organizationId, role)) {
      throw wrongState('Cette organisation a déjà ce rôle.', 'This organization already has this role.')
    }
    const id = newId()
    await tx.db.programOrganization.create({
      data: { id, programId: program.id, organizationId, role, addedAt: tx.now },
    })
    return id
  },
)

/** Records an agreement that is signed, with its document. */
export const signAgreement = adding(
  partnerships.sign,
  agreementRecord,
  { action: 'sign', rule: sign, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    const { signedOn, startsOn, endsOn } = body
    await requireMember(tx, program.id, body.organizationId)
    requireNotFuture(signedOn, tx.today, '/signedOn')
    await attachOwnProof(
      tx,
      actor,
      { programId: program.id, organizationId: body.organizationId, documentId: body.documentId },
      ['agreement', '/documentId'],
    )
    const id = newId()
    await tx.db.agreement.create({
      data: {
        ...body,
        id,
        programId: program.id,
        signedOn: asDate(signedOn),
        startsOn: asDate(startsOn),
        endsOn: asDate(endsOn),
        recordedById: actor.id,
        recordedAt: tx.now,
      },
    })
    return id
  },
)

type Reported = CallOf<typeof partnerships.contribute>['body']

/** Signed or received is said with proof only (domain.md, P6-G3). */
const requireProof = (reported: Reported) => {
  const { documentId, amount } = reported
  if (needsProof(reported) && documentId === null) {
    throw invalidField('/documentId', {
      fr: 'Joignez l’acte signé ou la preuve de réception.',
      en: 'Attach the signed act or the proof of receipt.',
    })
  }
  if (minorUnits(amount.currency) > 2) {
    throw invalidField('/amount/currency', {
      fr: 'Convertissez ce montant dans une devise à deux décimales au plus.',
      en: 'Convert this amount to a currency with at most two decimals.',
    })
  }
}

/** A document proves one contribution, stored again or not. Another's is not named: it may be of a program of others. */
const requireOwnProof = async (tx: Tx, proof: Document) => {
  const shown = await tx.db.contribution.count({ where: { documentId: { in: await copiesOf(tx, proof) } } })
  if (shown === 0) return
  throw invalidField('/documentId', {
    fr: 'Ce document prouve déjà une autre contribution : joignez la preuve de celle-ci.',
    en: 'This document already proves another contribution: attach the proof of this one.',
  })
}

/** Reports what an organization brings: a partner for its own, a coordinator for one of the program’s. */
export const reportContribution = adding(
  partnerships.contribute,
  contributionRecord,
  { action: 'report', rule: report, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    const { amount, organizationId: wanted, ...rest } = body
    const { organizationId } = await organizationSpeaking(tx, actor, program.id, wanted)
    requireProof(body)
    const own = { programId: program.id, organizationId, documentId: rest.documentId }
    const proof = await attachOwnProof(tx, actor, own, ['contribution', '/documentId'])
    if (proof !== null) await requireOwnProof(tx, proof)
    const id = newId()
    await tx.db.contribution.create({
      data: {
        ...rest,
        ...amount,
        id,
        programId: program.id,
        organizationId,
        reportedById: actor.id,
        reportedAt: tx.now,
      },
    })
    return id
  },
)
