import type { FastifyInstance } from 'fastify'
import { exchangeRates } from '@entente/shared/resources/rates/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { ratePolicy, rateVisible } from './policy.ts'
import { listRates, ratesInForce } from './queries.ts'
import { confirmRate, recordRate } from './service.ts'

export const rateRoutes = (app: FastifyInstance, server: Server) => {
  const { read, record, confirm } = ratePolicy
  mount(app, server, exchangeRates.list, { rule: read, handle: listRates })
  mount(app, server, exchangeRates.inForce, { rule: read, handle: ratesInForce })
  mount(app, server, exchangeRates.record, { rule: record, handle: recordRate })
  mount(app, server, exchangeRates.confirm, { rule: confirm, visible: rateVisible, handle: confirmRate })
}
