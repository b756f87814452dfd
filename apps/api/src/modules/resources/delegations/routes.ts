import type { FastifyInstance } from 'fastify'
import { delegations } from '@entente/shared/resources/delegations/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { listDelegations } from './queries.ts'
import { giveDelegation, revokeDelegation } from './service.ts'
import { delegationsPolicy } from './policy.ts'

export const delegationRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, delegations.list, { rule: delegationsPolicy.read, handle: listDelegations })
  mount(app, server, delegations.give, giveDelegation)
  mount(app, server, delegations.revoke, revokeDelegation)
}
