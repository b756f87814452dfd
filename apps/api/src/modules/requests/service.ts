import { type NewRequest, type Request, requests } from '@entente/shared/requests/contract'
import { isLate, promptDays } from '@entente/shared/requests/rules'
import { requestWorkflow } from '@entente/shared/requests/workflow'
import { Prisma } from '../../generated/prisma/client.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate, asOptionalDate, dayOf } from '../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
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
  if (isLate(receivedOn, registeredOn) && lateReason === null) {
    throw invalidField('/lateReason', {
      fr: `Plus de ${promptDays} jours séparent la réception de l’inscription : dites pourquoi.`,
      en: `More than ${promptDays} days lie between reception and registration: say why.`,
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
    await attach(tx, actor, program.id, body.letterDocumentId, '/letterDocumentId')
    const id = newId()
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
    await attach(tx, actor, before.programId, body.letterDocumentId, '/letterDocumentId')
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
const requireConfirmed = ({ confirmsDelay, invitationDocumentId }: Verifying, { late, kind }: Request) => {
  if (late && !confirmsDelay) {
    throw invalidField('/confirmsDelay', {
      fr: 'Confirmez pourquoi la demande fut inscrite si tard, ou faites-la corriger.',
      en: 'Confirm why the request was registered so late, or have it corrected.',
    })
  }
  if (kind === 'invitation' && invitationDocumentId === null) {
    throw invalidField('/invitationDocumentId', {
      fr: 'Joignez l’invitation : le parcours court repose sur elle.',
      en: 'Attach the invitation: the short path rests on it.',
    })
  }
}

/** A second person confirms that the request is authentic (P1-G3), and that an invitation is one (proof.md, 7). */
export const verifyRequest = changing(requests.verify, requestRecord, 'verify', async (step) => {
  const { tx, actor, body, id, before, shown } = step
  requireConfirmed(body, shown)
  await attach(tx, actor, before.programId, body.invitationDocumentId, '/invitationDocumentId')
  await tx.db.request.update({
    where: { id },
    data: {
      state: verify.to,
      verifiedById: actor.id,
      verifiedAt: tx.now,
      verificationMethod: body.method,
      verificationNote: body.note,
      invitationDocumentId: body.invitationDocumentId,
      version: { increment: 1 },
    },
  })
})
