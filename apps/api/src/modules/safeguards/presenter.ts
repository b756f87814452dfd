import type { z } from 'zod'
import { terms } from '@entente/shared/safeguards/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, openTo } from '../../platform/rules/policy.ts'
import { shortName } from '../organizations/presenter.ts'
import { voiceOf } from '../partnerships/policy.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { type People, personOf } from '../users/presenter.ts'

export const withParties = { program: true, organization: true } satisfies Prisma.TermsOfReferenceInclude
export type TermsRow = Prisma.TermsOfReferenceGetPayload<{ include: typeof withParties }>
export type Viewer = { actor: Actor; locale: string }

export const peopleIn = (row: TermsRow) => [row.proposedById, row.agreedById]

export const presentTerms = (row: TermsRow, people: People, viewer: Viewer): z.input<typeof terms> => ({
  id: row.id,
  programId: row.programId,
  organization: { id: row.organizationId, name: shortName(row.organization, viewer.locale) },
  title: row.title,
  content: row.content,
  state: terms.shape.state.parse(row.state),
  documentId: row.documentId,
  proposedBy: personOf(people, row.proposedById),
  proposedAt: row.proposedAt.toISOString(),
  agreed: presentAgreement(row, people),
  version: row.version,
  can: actionsOn(row, viewer.actor),
})

const presentAgreement = (row: TermsRow, people: People) =>
  row.agreedById === null || row.agreedAt === null || row.agreedOn === null
    ? null
    : { by: personOf(people, row.agreedById), at: row.agreedAt.toISOString(), on: asDay(row.agreedOn) }

const actionsOn = (row: TermsRow, actor: Actor) => {
  const waiting = isOpen(row.program) && row.state === 'proposed'
  const voice = voiceOf(actor, row.organizationId)
  return openTo({ agree: waiting && voice === 'account', recordAgreement: waiting && voice === 'recorded' })
}
