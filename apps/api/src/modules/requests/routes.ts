import type { FastifyInstance } from 'fastify'
import { requests } from '@entente/shared/requests/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { requestPolicy } from './policy.ts'
import { getRequest, listRequests, requestOfProgram, requestVisible } from './queries.ts'
import { editRequest, registerRequest, verifyRequest } from './service.ts'

export const requestsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = requestVisible
  mount(app, server, requests.list, { rule: requestPolicy.read, handle: listRequests })
  mount(app, server, requests.get, { rule: requestPolicy.read, visible, handle: getRequest })
  mount(app, server, requests.ofProgram, {
    rule: requestPolicy.read,
    visible: programVisible,
    handle: requestOfProgram,
  })
  mount(app, server, requests.register, { rule: requestPolicy.register, handle: registerRequest })
  mount(app, server, requests.edit, { rule: requestPolicy.edit, visible, handle: editRequest })
  mount(app, server, requests.verify, { rule: requestPolicy.verify, visible, handle: verifyRequest })
}
