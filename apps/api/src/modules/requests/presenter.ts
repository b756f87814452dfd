import type { z } from 'zod'
import {
  authority,
  channel,
  eventType,
  type request,
  requestKind,
  requestState,
  verificationMethod,
} from '@entente/shared/requests/contract'
import { leadTimeDays } from '@entente/shared/requests/rules'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay, asOptionalDay } from '../../platform/database/clock.ts'
import { type Actor, allows } from '../../platform/rules/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { requestPolicy, tookPart } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.RequestInclude
export type RequestRow = Prisma.RequestGetPayload<{ include: typeof withProgram }>

export const peopleIn = (row: RequestRow) => [row.registeredById, row.verifiedById]

export const presentRequest = (row: RequestRow, people: People, actor: Actor): z.input<typeof request> => ({
  id: row.id,
  number: row.number,
  state: requestState.parse(row.state),
  programId: row.programId,
  program: {
    id: row.programId,
    reference: row.program.reference,
    stage: stage.parse(row.program.stage),
    version: row.program.version,
    title: { fr: row.program.titleFr, en: row.program.titleEn },
  },
  countryCode: row.program.countryCode,
  kind: requestKind.parse(row.kind),
  requestingAuthority: authority.parse(row.requestingAuthority),
  transmittingAuthority: authority.nullable().parse(row.transmittingAuthority),
  beneficiary: authority.nullable().parse(row.beneficiary),
  channel: channel.parse(row.channel),
  signedOn: asDay(row.signedOn),
  receivedOn: asDay(row.receivedOn),
  leadTimeDays: leadTimeDays(asDay(row.receivedOn), asOptionalDay(row.eventOn)),
  object: row.object,
  electoralEvent: row.eventOn === null ? null : { type: eventType.parse(row.eventType), date: asDay(row.eventOn) },
  letterDocumentId: row.letterDocumentId,
  registeredBy: personOf(people, row.registeredById),
  registeredAt: row.registeredAt.toISOString(),
  verification: presentVerification(row, people),
  version: row.version,
  tookPart: tookPart(actor, row),
  can: actionsOn(row, actor),
})

const presentVerification = (row: RequestRow, people: People) =>
  row.verifiedById === null || row.verifiedAt === null
    ? null
    : {
        by: personOf(people, row.verifiedById),
        at: row.verifiedAt.toISOString(),
        method: verificationMethod.parse(row.verificationMethod),
        note: row.verificationNote ?? '',
      }

const actionsOn = (row: RequestRow, actor: Actor) => {
  const open = !isFinal(stage.parse(row.program.stage))
  const table = {
    edit: open && allows(requestPolicy.edit, actor, row),
    verify: open && row.state === 'toVerify' && allows(requestPolicy.verify, actor, row),
  }
  return (['edit', 'verify'] as const).filter((action) => table[action])
}
