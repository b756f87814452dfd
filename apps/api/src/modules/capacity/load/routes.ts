import type { FastifyInstance } from 'fastify'
import { capacity } from '@entente/shared/capacity/load/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { readMatches } from './match-queries.ts'
import { loadPolicy } from './policy.ts'
import { readLoadMap } from './queries.ts'

export const loadRoutes = (app: FastifyInstance, server: Server) => {
  const { read: rule } = loadPolicy
  mount(app, server, capacity.map, { rule, handle: readLoadMap })
  mount(app, server, capacity.matches, { rule, handle: readMatches })
}
