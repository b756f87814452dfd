import type { FastifyInstance } from 'fastify'
import { reports } from '@entente/shared/dashboards/reports/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { envelopesFile, ledgerFile, resourcesFile } from './file-queries.ts'
import { reportPolicy } from './policy.ts'
import { resourcesReport } from './queries.ts'

export const reportsRoutes = (app: FastifyInstance, server: Server) => {
  const { read: rule } = reportPolicy
  mount(app, server, reports.resources, { rule, handle: resourcesReport })
  mount(app, server, reports.resourcesFile, { rule, handle: resourcesFile })
  mount(app, server, reports.envelopesFile, { rule, handle: envelopesFile })
  mount(app, server, reports.ledgerFile, { rule, handle: ledgerFile })
}
