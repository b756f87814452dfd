import type { FastifyInstance } from 'fastify'
import { approvals } from '@entente/shared/resources/approvals/contract'
import { allocations } from '@entente/shared/resources/requests/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { allocationPolicy, allocationVisible as visible } from '../requests/policy.ts'
import { approvalInbox } from './inbox-queries.ts'
import { decideAllocation } from './service.ts'
import { submitAllocation, withdrawAllocation } from './submission-service.ts'

/** Who submits a request asks for signatures, and who withdraws it takes them back: both stand with the approvals. */
export const approvalRoutes = (app: FastifyInstance, server: Server) => {
  const { submit, withdraw, inbox, decide } = allocationPolicy
  mount(app, server, allocations.submit, { rule: submit, visible, handle: submitAllocation })
  mount(app, server, allocations.withdraw, { rule: withdraw, visible, handle: withdrawAllocation })
  mount(app, server, approvals.inbox, { rule: inbox, handle: approvalInbox })
  mount(app, server, approvals.decide, { rule: decide, visible, handle: decideAllocation })
}
