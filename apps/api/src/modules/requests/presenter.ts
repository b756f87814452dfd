import type { z } from 'zod'
import type { request } from '@entente/shared/requests/contract'
import { isLate, leadTimeDays } from '@entente/shared/requests/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay, asOptionalDay, dayOf } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { requestPolicy, tookPart } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.RequestInclude
export type RequestRow = Prisma.RequestGetPayload<{ include: typeof withProgram }>

export const peopleIn = (row: RequestRow) => [row.registeredById, row.verifiedById]

export const presentRequest = (row: RequestRow, people: People, actor: Actor): z.input<typeof request> => ({
  id: row.id,
  number: row.number,
  state: row.state,
  programId: row.programId,
  program: {
    id: row.programId,
    reference: row.program.reference,
    stage: row.program.stage,
    version: row.program.version,
    title: { fr: row.program.titleFr, en: row.program.titleEn },
  },
  countryCode: row.program.countryCode,
  kind: row.kind,
  requestingAuthority: row.requestingAuthority,
  transmittingAuthority: row.transmittingAuthority,
  beneficiary: row.beneficiary,
  channel: row.channel,
  signedOn: asDay(row.signedOn),
  receivedOn: asDay(row.receivedOn),
  late: isLate(asDay(row.receivedOn), dayOf(row.registeredAt)),
  lateReason: row.lateReason,
  leadTimeDays: leadTimeDays(asDay(row.receivedOn), asOptionalDay(row.eventOn)),
  object: row.object,
  electoralEvent: electoralEventOf(row),
  letterDocumentId: row.letterDocumentId,
  registeredBy: personOf(people, row.registeredById),
  registeredAt: row.registeredAt.toISOString(),
  verification: presentVerification(row, people),
  version: row.version,
  tookPart: tookPart(row, actor),
  ...allowedOn(requestPolicy, row, actor),
})

const electoralEventOf = ({ eventOn, eventType }: RequestRow) =>
  eventOn === null || eventType === null ? null : { type: eventType, date: asDay(eventOn) }

const presentVerification = (row: RequestRow, people: People) =>
  row.verifiedById === null || row.verifiedAt === null || row.verificationMethod === null
    ? null
    : {
        by: personOf(people, row.verifiedById),
        at: row.verifiedAt.toISOString(),
        method: row.verificationMethod,
        note: row.verificationNote ?? '',
        invitationDocumentId: row.invitationDocumentId,
      }
