import type { FastifyInstance } from 'fastify'
import { portfolio } from '@entente/shared/lifecycle/portfolio/contract'
import { mount } from '../../../platform/http/mount.ts'
import type { Server } from '../../../platform/records/call.ts'
import { portfolioDates } from './dates-queries.ts'
import { portfolioPolicy } from './policy.ts'
import { portfolioBoard } from './queries.ts'

export const portfolioRoutes = (app: FastifyInstance, server: Server) => {
  const { read: rule } = portfolioPolicy
  mount(app, server, portfolio.board, { rule, handle: portfolioBoard })
  mount(app, server, portfolio.dates, { rule, handle: portfolioDates })
}
