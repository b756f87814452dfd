import { type NewRequest, requests } from '@entente/shared/requests/contract'
import { requestWorkflow } from '@entente/shared/requests/workflow'
import { Prisma } from '../../generated/prisma/client.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, requireNotFuture } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { nextNumber, openProgram, setPollingDay } from '../programs/service.ts'
import { registerPolicy } from './policy.ts'
import { requestRecord } from './queries.ts'

type Correction = CallOf<typeof requests.edit>['body']
type Dates = { signedOn: string; receivedOn: string }

const checkDates = ({ signedOn, receivedOn }: Dates, today: string) => {
  requireNotFuture(receivedOn, today, '/receivedOn')
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
    const { signedOn = shown.signedOn, receivedOn = shown.receivedOn } = body
    checkDates({ signedOn, receivedOn }, tx.today)
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

/** A second person confirms that the request is authentic (P1-G3). */
export const verifyRequest = changing(requests.verify, requestRecord, 'verify', async ({ tx, actor, body, id }) => {
  await tx.db.request.update({
    where: { id },
    data: {
      state: verify.to,
      verifiedById: actor.id,
      verifiedAt: tx.now,
      verificationMethod: body.method,
      verificationNote: body.note,
      version: { increment: 1 },
    },
  })
})
