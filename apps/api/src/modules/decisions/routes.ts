import type { FastifyInstance } from 'fastify'
import { decisions } from '@entente/shared/decisions/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { authorizationsPolicy, readsDecisions } from './policy.ts'
import { listAuthorizations } from './authorization-queries.ts'
import { confirmAuthorization, recordAuthorization, withdrawAuthorization } from './authorization-service.ts'
import { decisionsOfProgram } from './queries.ts'
import { decide } from './service.ts'
import { decideWaiver, proposeWaiver } from './waivers-service.ts'

export const decisionsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, decisions.ofProgram, {
    rule: readsDecisions,
    visible: programVisible,
    handle: decisionsOfProgram,
  })
  mount(app, server, decisions.decide, decide)
  mount(app, server, decisions.authorizations, { rule: authorizationsPolicy.read, handle: listAuthorizations })
  mount(app, server, decisions.authorize, recordAuthorization)
  mount(app, server, decisions.confirmAuthorization, confirmAuthorization)
  mount(app, server, decisions.withdrawAuthorization, withdrawAuthorization)
  mount(app, server, decisions.proposeWaiver, proposeWaiver)
  mount(app, server, decisions.decideWaiver, decideWaiver)
}
