import { type NewRequest, type Request, requests } from '@entente/shared/requests/contract'
import { isVeryLate, longestDays } from '@entente/shared/requests/rules'
import { requestWorkflow } from '@entente/shared/requests/workflow'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate, asOptionalDate, dayOf } from '../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { attachProof, copiesOf } from '../documents/proof-service.ts'
import { nextNumber, openProgram, setPollingDay } from '../programs/service.ts'
import { registerPolicy } from './policy.ts'
import { requestRecord } from './queries.ts'

type Correction = CallOf<typeof requests.edit>['body']
type Dates = {
  signedOn: string
  receivedOn: string
  lateReason: string | null
  electoralEvent: { date: string } | null
}

/** Signed, received, registered, in this order, and before the poll; what is registered late says why. */
const checkDates = ({ signedOn, receivedOn, lateReason, electoralEvent }: Dates, registeredOn: string) => {
  if (receivedOn > registeredOn) {
    throw invalidField('/receivedOn', {
      fr: 'La demande est reçue au plus tard le jour de son inscription.',
      en: 'The request is received no later than it is registered.',
    })
  }
  if (electoralEvent !== null && electoralEvent.date < receivedOn) {
    throw invalidField('/electoralEvent/date', {
      fr: 'Le scrutin précède la réception : inscrivez le scrutin à venir, ou aucun.',
      en: 'The poll precedes the reception: name the poll to come, or none.',
    })
  }
  if (isVeryLate(receivedOn, registeredOn) && lateReason === null) {
    throw invalidField('/lateReason', {
      fr: `Plus de ${longestDays} jours séparent la réception de l’inscription : dites pourquoi.`,
      en: `More than ${longestDays} days lie between reception and registration: say why.`,
    })
  }
  if (signedOn > receivedOn) {
    throw invalidField('/signedOn', {
      fr: 'La lettre est signée au plus tard le jour de sa réception.',
      en: 'The letter is signed no later than it is received.',
    })
  }
}

const asJson = (value: object | null) => (value === null ? Prisma.DbNull : value)

const newColumns = ({ title: _title, countryCode: _country, scope: _scope, electoralEvent, ...body }: NewRequest) => ({
  ...body,
  transmittingAuthority: asJson(body.transmittingAuthority),
  beneficiary: asJson(body.beneficiary),
  signedOn: asDate(body.signedOn),
  receivedOn: asDate(body.receivedOn),
  eventType: electoralEvent?.type ?? null,
  eventOn: asOptionalDate(electoralEvent?.date ?? null),
})

/** Files the letter of a request. One letter is one request: the same bytes, stored again or not, prove no second one. */
const attachLetter = async (
  tx: Tx,
  actor: Actor,
  { id, programId }: { id: string; programId: string },
  letterDocumentId: string | null | undefined,
) => {
  const pointer = '/letterDocumentId'
  const letter = await attachProof(tx, actor, programId, letterDocumentId, ['request', pointer])
  if (letter === null) return
  const where = { letterDocumentId: { in: await copiesOf(tx, letter) }, id: { not: id } }
  const other = await tx.db.request.findFirst({ where, select: { program: { select: { reference: true } } } })
  if (other === null) return
  const { reference } = other.program
  throw invalidField(pointer, {
    fr: `Cette lettre est déjà celle du programme ${reference} : une lettre, une demande. Joignez celle de cette demande.`,
    en: `This letter is already that of program ${reference}: one letter, one request. Attach the letter of this one.`,
  })
}

const { edit, verify } = requestWorkflow.transitions

/** Registers an official request: the next number of the register and the next program reference, together or not at all. */
export const registerRequest = adding(
  requests.register,
  requestRecord,
  { action: 'register', rule: registerPolicy.register, ...toRegister },
  async ({ tx, actor, body }) => {
    const { title, countryCode, scope, kind, electoralEvent } = body
    checkDates(body, tx.today)
    const program = await openProgram(tx, {
      title,
      countryCode,
      scope,
      path: kind === 'invitation' ? 'short' : 'standard',
      pollingOn: electoralEvent?.date ?? null,
      coordinatorId: actor.id,
    })
    const id = newId()
    await attachLetter(tx, actor, { id, programId: program.id }, body.letterDocumentId)
    await tx.db.request.create({
      data: {
        ...newColumns(body),
        id,
        number: await nextNumber(tx, 'request'),
        programId: program.id,
        state: requestWorkflow.initial,
        registeredById: actor.id,
        registeredAt: tx.now,
      },
    })
    return id
  },
)

const unverified = {
  state: edit.to,
  verifiedById: null,
  verifiedAt: null,
  verificationMethod: null,
  verificationNote: null,
  invitationDocumentId: null,
}

/** The columns a correction names. */
const columnsOf = ({ signedOn, receivedOn, electoralEvent, transmittingAuthority, beneficiary, ...rest }: Correction) =>
  defined({
    ...rest,
    transmittingAuthority: transmittingAuthority === undefined ? undefined : asJson(transmittingAuthority),
    beneficiary: beneficiary === undefined ? undefined : asJson(beneficiary),
    signedOn: signedOn && asDate(signedOn),
    receivedOn: receivedOn && asDate(receivedOn),
    eventType: electoralEvent === undefined ? undefined : (electoralEvent?.type ?? null),
    eventOn: electoralEvent === undefined ? undefined : asOptionalDate(electoralEvent?.date ?? null),
  })

/** Corrects a request. A correction takes the verification back: what is confirmed is the corrected request. */
export const editRequest = changing(
  requests.edit,
  requestRecord,
  'edit',
  async ({ tx, actor, body, before, shown }) => {
    const { signedOn, receivedOn, lateReason, electoralEvent } = { ...shown, ...defined(body) }
    checkDates({ signedOn, receivedOn, lateReason, electoralEvent }, dayOf(before.registeredAt))
    if (body.letterDocumentId !== before.letterDocumentId) await attachLetter(tx, actor, before, body.letterDocumentId)
    if (body.electoralEvent !== undefined) await setPollingDay(tx, before.programId, body.electoralEvent?.date ?? null)
    await tx.db.request.update({
      where: { id: before.id },
      data: {
        ...columnsOf(body),
        ...unverified,
        ...(!before.correctedByIds.includes(actor.id) && { correctedByIds: { push: actor.id } }),
        version: { increment: 1 },
      },
    })
  },
)

type Verifying = CallOf<typeof requests.verify>['body']

/** What whoever verifies a request must confirm of it besides: why it came late, and that it is an invitation. */
const requireConfirmed = ({ confirmsDelay }: Verifying, invitation: string | null, { late, kind, ...on }: Request) => {
  const isSaid = confirmsDelay ?? !isVeryLate(on.receivedOn, dayOf(new Date(on.registeredAt)))
  if (late && !isSaid) {
    throw invalidField('/confirmsDelay', {
      fr: 'Confirmez pourquoi la demande fut inscrite si tard, ou faites-la corriger.',
      en: 'Confirm why the request was registered so late, or have it corrected.',
    })
  }
  if (kind === 'invitation' && invitation === null) {
    throw invalidField('/invitationDocumentId', {
      fr: 'Joignez l’invitation : le parcours court repose sur elle.',
      en: 'Attach the invitation: the short path rests on it.',
    })
  }
}

/** A second person confirms that the request is authentic (P1-G3), and that an invitation is one (proof.md, 7). */
export const verifyRequest = changing(requests.verify, requestRecord, 'verify', async (step) => {
  const { tx, actor, body, id, before, shown } = step
  const invitationDocumentId =
    body.invitationDocumentId ?? (shown.kind === 'invitation' ? before.letterDocumentId : null)
  requireConfirmed(body, invitationDocumentId, shown)
  await attachProof(tx, actor, before.programId, body.invitationDocumentId, ['request', '/invitationDocumentId'])
  await tx.db.request.update({
    where: { id },
    data: {
      state: verify.to,
      verifiedById: actor.id,
      verifiedAt: tx.now,
      verificationMethod: body.method,
      verificationNote: body.note,
      invitationDocumentId,
      version: { increment: 1 },
    },
  })
})
