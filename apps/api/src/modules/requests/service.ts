import { type NewRequest, requests } from '@entente/shared/requests/contract'
import { requestWorkflow } from '@entente/shared/requests/workflow'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField, requireNotFuture } from '../../platform/rules/problems.ts'
import { attachProof, copiesOf } from '../documents/proof-service.ts'
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
