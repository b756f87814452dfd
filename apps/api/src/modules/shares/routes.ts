import type { FastifyInstance } from 'fastify'
import { shares } from '@entente/shared/shares/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { sharePolicy } from './policy.ts'
import { sharesOfProgram, shareVisible } from './queries.ts'
import { grantShare, revokeShare } from './service.ts'

export const sharesRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, shares.ofProgram, { rule: sharePolicy.read, visible, handle: sharesOfProgram })
  mount(app, server, shares.grant, { rule: sharePolicy.grant, visible, handle: grantShare })
  mount(app, server, shares.revoke, { rule: sharePolicy.revoke, visible: shareVisible, handle: revokeShare })
}
