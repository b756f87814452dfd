import type { FastifyInstance } from 'fastify'
import { exchangeRates } from '@entente/shared/resources/rates/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { ratesPolicy } from './policy.ts'
import { listRates, ratesInForce } from './queries.ts'
import { confirmRate, recordRate } from './service.ts'

export const rateRoutes = (app: FastifyInstance, server: Server) => {
  const rule = ratesPolicy.read
  mount(app, server, exchangeRates.list, { rule, handle: listRates })
  mount(app, server, exchangeRates.inForce, { rule, handle: ratesInForce })
  mount(app, server, exchangeRates.record, recordRate)
  mount(app, server, exchangeRates.confirm, confirmRate)
}
