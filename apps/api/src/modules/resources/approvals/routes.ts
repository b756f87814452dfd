import type { FastifyInstance } from 'fastify'
import { approvals } from '@entente/shared/resources/approvals/contract'
import { allocations } from '@entente/shared/resources/requests/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { allocationsPolicy } from '../requests/policy.ts'
import { approvalInbox } from './inbox-queries.ts'
import { decideAllocation } from './service.ts'
import { submitAllocation, withdrawAllocation } from './submission-service.ts'

/** Who submits a request asks for signatures, and who withdraws it takes them back: both stand with the approvals. */
export const approvalRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, allocations.submit, submitAllocation)
  mount(app, server, allocations.withdraw, withdrawAllocation)
  mount(app, server, approvals.inbox, { rule: allocationsPolicy.inbox, handle: approvalInbox })
  mount(app, server, approvals.decide, decideAllocation)
}
