import type { FastifyInstance } from 'fastify'
import { requests } from '@entente/shared/requests/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { registerPolicy } from './policy.ts'
import { getRequest, listRequests, requestOfProgram, requestVisible } from './queries.ts'
import { editRequest, registerRequest, verifyRequest } from './service.ts'

export const requestsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = requestVisible
  mount(app, server, requests.list, { rule: registerPolicy.read, handle: listRequests })
  mount(app, server, requests.get, { rule: registerPolicy.read, visible, handle: getRequest })
  mount(app, server, requests.ofProgram, {
    rule: registerPolicy.read,
    visible: programVisible,
    handle: requestOfProgram,
  })
  mount(app, server, requests.register, registerRequest)
  mount(app, server, requests.edit, editRequest)
  mount(app, server, requests.verify, verifyRequest)
}
