import type { z } from 'zod'
import type { agreement, contribution, member } from '@entente/shared/partnerships/contract'
import { minorUnits } from '@entente/shared/kernel/money'
import type { Organization, Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { shortName } from '../organizations/presenter.ts'

export const withOrganization = { organization: true } satisfies Prisma.ProgramOrganizationInclude
type Of<Row> = Row & { organization: Organization }

export const named = (row: Organization, locale: string) => ({ id: row.id, name: shortName(row, locale) })

export const presentMember = (
  row: Prisma.ProgramOrganizationGetPayload<{ include: typeof withOrganization }>,
  locale: string,
): z.input<typeof member> => ({
  id: row.id,
  organization: named(row.organization, locale),
  role: row.role,
})

export const presentAgreement = (
  row: Of<Prisma.AgreementGetPayload<object>>,
  locale: string,
  today: string,
): z.input<typeof agreement> => ({
  id: row.id,
  programId: row.programId,
  organization: named(row.organization, locale),
  kind: row.kind,
  title: row.title,
  signedOn: asDay(row.signedOn),
  startsOn: asDay(row.startsOn),
  endsOn: asDay(row.endsOn),
  documentId: row.documentId,
  inForce: asDay(row.startsOn) <= today && today <= asDay(row.endsOn),
  version: row.version,
})

export const presentContribution = (
  row: Of<Prisma.ContributionGetPayload<object>>,
  locale: string,
): z.input<typeof contribution> => ({
  id: row.id,
  programId: row.programId,
  organization: named(row.organization, locale),
  description: row.description,
  inKind: row.inKind,
  amount: { amount: row.amount.toFixed(minorUnits(row.currency)), currency: row.currency },
  state: row.state,
  documentId: row.documentId,
  reportedAt: row.reportedAt.toISOString(),
  version: row.version,
})
