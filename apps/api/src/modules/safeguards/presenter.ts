import type { z } from 'zod'
import type { terms } from '@entente/shared/safeguards/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { shortName } from '../organizations/presenter.ts'
import { type People, personOf } from '../users/presenter.ts'
import { termsPolicy } from './policy.ts'

export const withParties = { program: true, organization: true } satisfies Prisma.TermsOfReferenceInclude
export type TermsRow = Prisma.TermsOfReferenceGetPayload<{ include: typeof withParties }>

export const peopleIn = (row: TermsRow) => [row.proposedById, row.agreedById]

export const presentTerms = (row: TermsRow, people: People, actor: Actor): z.input<typeof terms> => ({
  id: row.id,
  programId: row.programId,
  organization: { id: row.organizationId, name: shortName(row.organization, actor.language) },
  title: row.title,
  content: row.content,
  state: row.state,
  documentId: row.documentId,
  proposedBy: personOf(people, row.proposedById),
  proposedAt: row.proposedAt.toISOString(),
  agreed: presentAgreement(row, people),
  version: row.version,
  ...allowedOn(termsPolicy, row, actor),
})

const presentAgreement = (row: TermsRow, people: People) =>
  row.agreedById === null || row.agreedAt === null || row.agreedOn === null
    ? null
    : { by: personOf(people, row.agreedById), at: row.agreedAt.toISOString(), on: asDay(row.agreedOn) }
