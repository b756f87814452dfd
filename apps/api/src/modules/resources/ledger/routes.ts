import type { FastifyInstance } from 'fastify'
import { ledger } from '@entente/shared/resources/ledger/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { readsLedger } from './policy.ts'
import { listLedger } from './queries.ts'
import { reverseEntry } from './reversal-service.ts'
import { commit, release, spend } from './service.ts'
import { workByPerson } from './work-queries.ts'

export const ledgerRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, ledger.commit, commit)
  mount(app, server, ledger.spend, spend)
  mount(app, server, ledger.release, release)
  mount(app, server, ledger.reverse, reverseEntry)
  mount(app, server, ledger.list, { rule: readsLedger, handle: listLedger })
  mount(app, server, ledger.work, { rule: readsLedger, handle: workByPerson })
}
