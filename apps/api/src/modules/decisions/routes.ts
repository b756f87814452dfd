import type { FastifyInstance } from 'fastify'
import { decisions } from '@entente/shared/decisions/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { decideAnyWaiver, decisionPolicy } from './policy.ts'
import { decisionsOfProgram, listAuthorizations, waiverVisible } from './queries.ts'
import { decide, recordAuthorization } from './service.ts'
import { decideWaiver, proposeWaiver } from './waivers-service.ts'

export const decisionsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  const policy = decisionPolicy
  mount(app, server, decisions.ofProgram, { rule: policy.read, visible, handle: decisionsOfProgram })
  mount(app, server, decisions.decide, { rule: policy.decide, visible, handle: decide })
  mount(app, server, decisions.authorizations, { rule: policy.read, handle: listAuthorizations })
  mount(app, server, decisions.authorize, { rule: policy.record, handle: recordAuthorization })
  mount(app, server, decisions.proposeWaiver, { rule: policy.proposeWaiver, visible, handle: proposeWaiver })
  mount(app, server, decisions.decideWaiver, { rule: decideAnyWaiver, visible: waiverVisible, handle: decideWaiver })
}
