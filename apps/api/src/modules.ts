import type { FastifyInstance } from 'fastify'
import type { Server } from './platform/call.ts'
import { documentsRoutes } from './modules/documents/routes.ts'
import { organizationsRoutes } from './modules/organizations/routes.ts'
import { programsRoutes } from './modules/programs/routes.ts'
import { requestsRoutes } from './modules/requests/routes.ts'
import { usersRoutes } from './modules/users/routes.ts'

/** Every slice, in the order of the business. */
export const mountModules = async (
  api: FastifyInstance,
  server: Server,
  process: { dataDir: string; version: string },
) => {
  usersRoutes(api, server, process.dataDir, process.version)
  organizationsRoutes(api, server)
  documentsRoutes(api, server)
  programsRoutes(api, server)
  requestsRoutes(api, server)
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger())
  await Promise.resolve()
}
