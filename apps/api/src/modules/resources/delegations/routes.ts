import type { FastifyInstance } from 'fastify'
import { delegations } from '@entente/shared/resources/delegations/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { listDelegations } from './queries.ts'
import { giveDelegation, revokeDelegation } from './service.ts'
import { delegationPolicy, delegationVisible } from './policy.ts'

export const delegationRoutes = (app: FastifyInstance, server: Server) => {
  const { read, give, revoke } = delegationPolicy
  mount(app, server, delegations.list, { rule: read, handle: listDelegations })
  mount(app, server, delegations.give, { rule: give, handle: giveDelegation })
  mount(app, server, delegations.revoke, { rule: revoke, visible: delegationVisible, handle: revokeDelegation })
}
