import type { FastifyInstance } from 'fastify'
import { organizations } from '@entente/shared/organizations/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { organizationPolicy } from './policy.ts'
import { getOrganization, listOrganizations, organizationExists } from './queries.ts'
import { createOrganization, editOrganization } from './service.ts'

export const organizationsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = (unit: Parameters<typeof organizationExists>[0], _actor: unknown, id: string) =>
    organizationExists(unit, id)
  mount(app, server, organizations.list, { rule: organizationPolicy.read, handle: listOrganizations })
  mount(app, server, organizations.get, { rule: organizationPolicy.read, visible, handle: getOrganization })
  mount(app, server, organizations.create, { rule: organizationPolicy.create, handle: createOrganization })
  mount(app, server, organizations.edit, { rule: organizationPolicy.edit, visible, handle: editOrganization })
}
