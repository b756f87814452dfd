import type { FastifyInstance } from 'fastify'
import { doorsOpenTo, knowledge } from './knowledge.ts'
import type { Server } from './platform/records/call.ts'
import { boardRoutes } from './modules/activities/board/routes.ts'
import { commentsRoutes } from './modules/activities/comments/routes.ts'
import { activitiesRoutes } from './modules/activities/routes.ts'
import { allocationRoutes } from './modules/resources/requests/routes.ts'
import { approvalRoutes } from './modules/resources/approvals/routes.ts'
import { delegationRoutes } from './modules/resources/delegations/routes.ts'
import { envelopeRoutes } from './modules/resources/envelopes/routes.ts'
import { ledgerRoutes } from './modules/resources/ledger/routes.ts'
import { rateRoutes } from './modules/resources/rates/routes.ts'
import { stepRuleRoutes } from './modules/resources/rules/routes.ts'
import { analysesRoutes } from './modules/analyses/routes.ts'
import { auditRoutes } from './modules/audit/routes.ts'
import { calendarRoutes } from './modules/calendar/routes.ts'
import { bookingsRoutes } from './modules/capacity/bookings/routes.ts'
import { loadRoutes } from './modules/capacity/load/routes.ts'
import { recallsRoutes } from './modules/capacity/recalls/routes.ts'
import { staffRoutes } from './modules/capacity/staff/routes.ts'
import { partnerPanelRoutes } from './modules/dashboards/partner/routes.ts'
import { portfolioPanelRoutes } from './modules/dashboards/portfolio/routes.ts'
import { rehearsalsRoutes } from './modules/dashboards/rehearsals/routes.ts'
import { reportsRoutes } from './modules/dashboards/reports/routes.ts'
import { resourcesPanelRoutes } from './modules/dashboards/resources/routes.ts'
import { decisionsRoutes } from './modules/decisions/routes.ts'
import { documentsRoutes } from './modules/documents/routes.ts'
import { eventsRoutes } from './modules/events/routes.ts'
import { portfolioRoutes } from './modules/lifecycle/portfolio/routes.ts'
import { lifecycleRoutes } from './modules/lifecycle/routes.ts'
import { organizationsRoutes } from './modules/organizations/routes.ts'
import { participationRoutes } from './modules/participation/routes.ts'
import { partnershipsRoutes } from './modules/partnerships/routes.ts'
import { programsRoutes } from './modules/programs/routes.ts'
import { visiblePrograms } from './modules/programs/policy.ts'
import { proofRoutes } from './modules/proof/routes.ts'
import { requestsRoutes } from './modules/requests/routes.ts'
import { safeguardsRoutes } from './modules/safeguards/routes.ts'
import { partnerViewRoutes } from './modules/shares/partner/routes.ts'
import { sharesRoutes } from './modules/shares/routes.ts'
import { transferRoutes } from './modules/transfer/routes.ts'
import { isInternal } from './modules/users/policy.ts'
import { recognise, usersRoutes } from './modules/users/routes.ts'
import { viewsRoutes } from './modules/views/routes.ts'

type Routes = (api: FastifyInstance, server: Server) => void

/** The slices, in the order of the business. */
const slices: readonly Routes[] = [
  organizationsRoutes,
  calendarRoutes,
  (api, server) => programsRoutes(api, server, knowledge),
  documentsRoutes,
  partnershipsRoutes,
  requestsRoutes,
  analysesRoutes,
  safeguardsRoutes,
  transferRoutes,
  participationRoutes,
  decisionsRoutes,
  activitiesRoutes,
  boardRoutes,
  commentsRoutes,
  staffRoutes,
  loadRoutes,
  bookingsRoutes,
  recallsRoutes,
  rateRoutes,
  envelopeRoutes,
  allocationRoutes,
  ledgerRoutes,
  stepRuleRoutes,
  delegationRoutes,
  approvalRoutes,
  proofRoutes,
  (api, server) => lifecycleRoutes(api, server, knowledge),
  portfolioRoutes,
  sharesRoutes,
  partnerViewRoutes,
  viewsRoutes,
  resourcesPanelRoutes,
  portfolioPanelRoutes,
  partnerPanelRoutes,
  rehearsalsRoutes,
  reportsRoutes,
]

/** Puts every slice on the server, and beside them who signs in, the trail and the live stream. */
export const mountModules = (api: FastifyInstance, server: Server, process: { dataDir: string; version: string }) => {
  usersRoutes(api, server, { ...process, doorsOpenTo })
  for (const routes of slices) routes(api, server)
  auditRoutes(api, server)
  eventsRoutes(api, server, { recognise: recognise(server), isInside: isInternal, visible: visiblePrograms })
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger())
}
