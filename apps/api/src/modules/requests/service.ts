import type { NewRequest, requests } from '@entente/shared/requests/contract'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asDate, asOptionalDate } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { invalidField, requireNotFuture, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { nextNumber, openProgram, setPollingDay } from '../programs/service.ts'
import { requestPolicy } from './policy.ts'
import { withProgram } from './presenter.ts'
import { requestFor } from './queries.ts'

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

/** Registers an official request: the next number of the register and the next program reference, together or not at all. */
export const registerRequest = (call: CallOf<typeof requests.register>) =>
  command(call, async (tx) => {
    const { title, countryCode, scope, kind, electoralEvent, ...body } = call.body
    checkDates(body, tx.today)
    const path = kind === 'invitation' ? ('short' as const) : ('standard' as const)
    const pollingOn = electoralEvent?.date ?? null
    const program = await openProgram(tx, {
      title,
      countryCode,
      scope,
      path,
      pollingOn,
      coordinatorId: call.actor.id,
    })
    await attach(tx, call.actor, program.id, body.letterDocumentId, '/letterDocumentId')
    const row = await tx.db.request.create({
      data: {
        ...newColumns(call.body),
        id: newId(),
        number: await nextNumber(tx, 'request'),
        programId: program.id,
        state: 'toVerify',
        registeredById: call.actor.id,
        registeredAt: tx.now,
      },
    })
    const answer = await requestFor(tx, call.actor, { id: row.id })
    return {
      answer,
      record: {
        action: 'request.register',
        resource: 'request',
        id: row.id,
        programId: program.id,
        version: 1,
        after: answer,
      },
    }
  })

const openRequest = async (tx: Tx, id: string) => {
  await lock(tx, 'requests', id)
  return tx.db.request.findUniqueOrThrow({ where: { id }, include: withProgram })
}

const requireMoving = (programStage: string) => {
  if (isFinal(stage.parse(programStage))) throw wrongState('Le dossier est terminé.', 'The dossier is closed.')
}

const unverified = {
  state: 'toVerify',
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
export const editRequest = (call: CallOf<typeof requests.edit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openRequest(tx, id)
    const shown = await requestFor(tx, call.actor, { id })
    expectVersion(call, shown)
    authorize(requestPolicy.edit, call.actor, before)
    requireMoving(before.program.stage)
    const { body } = call
    checkDates({ signedOn: body.signedOn ?? shown.signedOn, receivedOn: body.receivedOn ?? shown.receivedOn }, tx.today)
    await attach(tx, call.actor, before.programId, body.letterDocumentId, '/letterDocumentId')
    if (body.electoralEvent !== undefined) await setPollingDay(tx, before.programId, body.electoralEvent?.date ?? null)
    const row = await tx.db.request.update({
      where: { id },
      data: {
        ...columnsOf(body),
        ...unverified,
        ...(!before.correctedByIds.includes(call.actor.id) && { correctedByIds: { push: call.actor.id } }),
        version: { increment: 1 },
      },
    })
    const answer = await requestFor(tx, call.actor, { id })
    const record = {
      action: 'request.edit',
      resource: 'request',
      id,
      programId: row.programId,
      version: row.version,
      before: shown,
      after: answer,
    }
    return { answer, record }
  })

/** A second person confirms that the request is authentic (P1-G3). */
export const verifyRequest = (call: CallOf<typeof requests.verify>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const before = await openRequest(tx, id)
    expectVersion(call, await requestFor(tx, call.actor, { id }))
    authorize(requestPolicy.verify, call.actor, before)
    if (before.state !== 'toVerify')
      throw wrongState('Cette demande n’est pas à vérifier.', 'This request is not waiting for verification.')
    const row = await tx.db.request.update({
      where: { id },
      data: {
        state: 'valid',
        verifiedById: call.actor.id,
        verifiedAt: tx.now,
        verificationMethod: call.body.method,
        verificationNote: call.body.note,
        version: { increment: 1 },
      },
    })
    const answer = await requestFor(tx, call.actor, { id })
    const record = {
      action: 'request.verify',
      resource: 'request',
      id,
      programId: row.programId,
      version: row.version,
      before: { state: before.state },
      after: answer,
    }
    return { answer, record }
  })
