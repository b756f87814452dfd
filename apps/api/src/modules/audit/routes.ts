import type { FastifyInstance } from 'fastify'
import { audit } from '@entente/shared/audit/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { auditPolicy } from './policy.ts'
import { listEntries, verifyTrail } from './queries.ts'

export const auditRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, audit.list, { rule: auditPolicy.read, handle: listEntries })
  mount(app, server, audit.verify, { rule: auditPolicy.read, handle: verifyTrail })
}
