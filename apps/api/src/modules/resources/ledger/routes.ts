import type { FastifyInstance } from 'fastify'
import { ledger } from '@entente/shared/resources/ledger/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { allocationPolicy, allocationVisible as visible } from '../requests/policy.ts'
import { entryVisible } from './policy.ts'
import { listLedger } from './queries.ts'
import { reverseEntry } from './reversal-service.ts'
import { commit, release, spend } from './service.ts'
import { workByPerson } from './work-queries.ts'

export const ledgerRoutes = (app: FastifyInstance, server: Server) => {
  const { read, record } = allocationPolicy
  mount(app, server, ledger.commit, { rule: record, visible, handle: commit })
  mount(app, server, ledger.spend, { rule: record, visible, handle: spend })
  mount(app, server, ledger.release, { rule: record, visible, handle: release })
  mount(app, server, ledger.reverse, { rule: record, visible: entryVisible, handle: reverseEntry })
  mount(app, server, ledger.list, { rule: read, handle: listLedger })
  mount(app, server, ledger.work, { rule: read, handle: workByPerson })
}
