import type { FastifyInstance } from 'fastify'
import { shares } from '@entente/shared/shares/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { sharesPolicy } from './policy.ts'
import { sharesOfProgram } from './queries.ts'
import { grantShare, revokeShare } from './service.ts'

export const sharesRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, shares.ofProgram, { rule: sharesPolicy.read, visible, handle: sharesOfProgram })
  mount(app, server, shares.grant, { rule: sharesPolicy.grant, visible, handle: grantShare })
  mount(app, server, shares.revoke, revokeShare)
}
