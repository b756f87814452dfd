import { boards } from '@entente/shared/activities/board-contract'
import { comments } from '@entente/shared/activities/comments/contract'
import { activities } from '@entente/shared/activities/contract'
import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { delegations } from '@entente/shared/resources/delegations/contract'
import { allocations } from '@entente/shared/resources/requests/contract'
import { approvals } from '@entente/shared/resources/approvals/contract'
import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { ledger } from '@entente/shared/resources/ledger/contract'
import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { stepRules } from '@entente/shared/resources/rules/contract'
import { analyses } from '@entente/shared/analyses/contract'
import { audit } from '@entente/shared/audit/contract'
import { elections } from '@entente/shared/calendar/contract'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import { capacity } from '@entente/shared/capacity/load/contract'
import { recalls } from '@entente/shared/capacity/recalls/contract'
import { staff } from '@entente/shared/capacity/staff/contract'
import { partnerPanel } from '@entente/shared/dashboards/partner/contract'
import { portfolioPanel } from '@entente/shared/dashboards/portfolio/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { decisions } from '@entente/shared/decisions/contract'
import { documents } from '@entente/shared/documents/contract'
import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { lifecycle } from '@entente/shared/lifecycle/contract'
import { organizations } from '@entente/shared/organizations/contract'
import { participation } from '@entente/shared/participation/contract'
import { partnerships } from '@entente/shared/partnerships/contract'
import { programs } from '@entente/shared/programs/contract'
import { resourcesPanel } from '@entente/shared/dashboards/resources/contract'
import { portfolio } from '@entente/shared/lifecycle/portfolio/contract'
import { partnerViews } from '@entente/shared/shares/partner/contract'
import { reports } from '@entente/shared/dashboards/reports/contract'
import { requests } from '@entente/shared/requests/contract'
import { safeguards } from '@entente/shared/safeguards/contract'
import { shares } from '@entente/shared/shares/contract'
import { transfer } from '@entente/shared/transfer/contract'
import { users } from '@entente/shared/users/contract'
import { views } from '@entente/shared/views/contract'

const contracts: Record<string, Endpoint>[] = [
  users,
  organizations,
  elections,
  programs,
  documents,
  partnerships,
  requests,
  analyses,
  safeguards,
  transfer,
  participation,
  decisions,
  activities,
  boards,
  comments,
  staff,
  bookings,
  capacity,
  recalls,
  envelopes,
  allocations,
  approvals,
  ledger,
  ceilings,
  delegations,
  exchangeRates,
  stepRules,
  yearEnds,
  lifecycle,
  portfolio,
  shares,
  partnerViews,
  views,
  resourcesPanel,
  portfolioPanel,
  partnerPanel,
  rehearsals,
  reports,
  audit,
]

/** Every endpoint that some contract promises. */
export const endpoints: Endpoint[] = contracts.flatMap((contract) => Object.values(contract))
