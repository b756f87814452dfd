import type { FastifyInstance } from 'fastify'
import { partnerships } from '@entente/shared/partnerships/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { readsPartnerships } from './policy.ts'
import { partnershipsOfProgram } from './queries.ts'
import { joinProgram, reportContribution, signAgreement } from './service.ts'

export const partnershipsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, partnerships.ofProgram, { rule: readsPartnerships, visible, handle: partnershipsOfProgram })
  mount(app, server, partnerships.join, joinProgram)
  mount(app, server, partnerships.sign, signAgreement)
  mount(app, server, partnerships.contribute, reportContribution)
}
