import { boards } from './activities/board-contract.ts'
import { comments } from './activities/comments/contract.ts'
import { activities } from './activities/contract.ts'
import { ceilings } from './resources/envelopes/ceiling-contract.ts'
import { delegations } from './resources/delegations/contract.ts'
import { allocations } from './resources/requests/contract.ts'
import { approvals } from './resources/approvals/contract.ts'
import { envelopes } from './resources/envelopes/contract.ts'
import { ledger } from './resources/ledger/contract.ts'
import { exchangeRates } from './resources/rates/contract.ts'
import { yearEnds } from './resources/envelopes/year-end-contract.ts'
import { stepRules } from './resources/rules/contract.ts'
import { analyses } from './analyses/contract.ts'
import { audit } from './audit/contract.ts'
import { elections } from './calendar/contract.ts'
import { bookings } from './capacity/bookings/contract.ts'
import { capacity } from './capacity/load/contract.ts'
import { recalls } from './capacity/recalls/contract.ts'
import { staff } from './capacity/staff/contract.ts'
import { partnerPanel } from './dashboards/partner/contract.ts'
import { portfolioPanel } from './dashboards/portfolio/contract.ts'
import { rehearsals } from './dashboards/rehearsals/contract.ts'
import { decisions } from './decisions/contract.ts'
import { documents } from './documents/contract.ts'
import type { Endpoint } from './kernel/endpoint.ts'
import { lifecycle } from './lifecycle/contract.ts'
import { organizations } from './organizations/contract.ts'
import { participation } from './participation/contract.ts'
import { partnerships } from './partnerships/contract.ts'
import { programs } from './programs/contract.ts'
import { proof } from './proof/contract.ts'
import { resourcesPanel } from './dashboards/resources/contract.ts'
import { portfolio } from './lifecycle/portfolio/contract.ts'
import { partnerViews } from './shares/partner/contract.ts'
import { reports } from './dashboards/reports/contract.ts'
import { requests } from './requests/contract.ts'
import { safeguards } from './safeguards/contract.ts'
import { shares } from './shares/contract.ts'
import { transfer } from './transfer/contract.ts'
import { users } from './users/contract.ts'
import { views } from './views/contract.ts'

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
  proof,
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

/** Every operation that some contract promises: for the tests and documents of both sides, never for the product. */
export const endpoints: Endpoint[] = contracts.flatMap((contract) => Object.values(contract))
