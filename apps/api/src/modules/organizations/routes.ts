import type { FastifyInstance } from 'fastify'
import { organizations } from '@entente/shared/organizations/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { organizationsPolicy } from './policy.ts'
import { getOrganization, listOrganizations, organizationRecord } from './queries.ts'
import { createOrganization, editOrganization } from './service.ts'

export const organizationsRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, organizations.list, { rule: organizationsPolicy.read, handle: listOrganizations })
  mount(app, server, organizations.get, {
    rule: organizationsPolicy.read,
    visible: organizationRecord.visible,
    handle: getOrganization,
  })
  mount(app, server, organizations.create, createOrganization)
  mount(app, server, organizations.edit, editOrganization)
}
