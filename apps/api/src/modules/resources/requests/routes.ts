import type { FastifyInstance } from 'fastify'
import { allocations } from '@entente/shared/resources/requests/contract'
import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { delegations } from '@entente/shared/resources/delegations/contract'
import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { stepRules } from '@entente/shared/resources/rules/contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { programVisible } from '../../programs/policy.ts'
import { getEnvelope, listChanges } from '../envelopes/ceiling-queries.ts'
import { decideCeiling, proposeCeiling } from '../envelopes/ceiling-service.ts'
import { listDelegations } from '../delegations/queries.ts'
import { giveDelegation, revokeDelegation } from '../delegations/service.ts'
import { decideAllocation } from '../approvals/service.ts'
import { openEnvelope } from '../envelopes/service.ts'
import { approvalInbox } from '../approvals/inbox-queries.ts'
import { commit, release, spend } from '../ledger/service.ts'
import {
  allocationPolicy,
  allocationVisible,
  ceilingPolicy,
  changeVisible,
  delegationPolicy,
  delegationVisible,
  entryVisible,
  envelopeVisible,
  ratePolicy,
  rateVisible,
  stepRulePolicy,
  stepRulesVisible,
} from './policy.ts'
import { programForecast } from './forecast-queries.ts'
import { getAllocation, listAllocations, listEnvelopes, listLedger } from './queries.ts'
import { listRates, ratesInForce } from '../rates/queries.ts'
import { confirmRate, recordRate } from '../rates/service.ts'
import { reverseEntry } from '../ledger/reversal-service.ts'
import { draftAllocation, editAllocation, submitAllocation, withdrawAllocation } from './service.ts'
import { proposeReversal, proposeTransfer } from '../envelopes/transfer-service.ts'
import { readStepRules } from '../rules/queries.ts'
import { decideRules, proposeRules } from '../rules/service.ts'
import { workByPerson } from '../ledger/work-queries.ts'
import { previewYearEnd } from '../envelopes/year-end-queries.ts'
import { proposeYearEnd } from '../envelopes/year-end-service.ts'

const requestRoutes = (app: FastifyInstance, server: Server) => {
  const visible = allocationVisible
  const { read } = allocationPolicy
  mount(app, server, allocations.list, { rule: read, handle: listAllocations })
  mount(app, server, allocations.get, { rule: read, visible, handle: getAllocation })
  mount(app, server, allocations.draft, { rule: allocationPolicy.draft, handle: draftAllocation })
  mount(app, server, allocations.edit, { rule: allocationPolicy.edit, visible, handle: editAllocation })
  mount(app, server, allocations.submit, { rule: allocationPolicy.submit, visible, handle: submitAllocation })
  mount(app, server, allocations.withdraw, { rule: allocationPolicy.withdraw, visible, handle: withdrawAllocation })
  mount(app, server, allocations.forecast, { rule: read, visible: programVisible, handle: programForecast })
  mount(app, server, allocations.inbox, { rule: allocationPolicy.inbox, handle: approvalInbox })
  mount(app, server, allocations.decide, { rule: allocationPolicy.decide, visible, handle: decideAllocation })
}

const delegationRoutes = (app: FastifyInstance, server: Server) => {
  const { read, give, revoke } = delegationPolicy
  mount(app, server, delegations.list, { rule: read, handle: listDelegations })
  mount(app, server, delegations.give, { rule: give, handle: giveDelegation })
  mount(app, server, delegations.revoke, { rule: revoke, visible: delegationVisible, handle: revokeDelegation })
}

const ceilingRoutes = (app: FastifyInstance, server: Server) => {
  const visible = envelopeVisible
  const { read, propose, decide } = ceilingPolicy
  mount(app, server, allocations.envelopes, { rule: read, handle: listEnvelopes })
  mount(app, server, allocations.openEnvelope, { rule: allocationPolicy.openEnvelope, handle: openEnvelope })
  mount(app, server, ceilings.envelope, { rule: read, visible, handle: getEnvelope })
  mount(app, server, ceilings.propose, { rule: propose, visible, handle: proposeCeiling })
  mount(app, server, ceilings.transfer, { rule: propose, visible, handle: proposeTransfer })
  mount(app, server, ceilings.reverse, { rule: propose, visible: changeVisible, handle: proposeReversal })
  mount(app, server, ceilings.list, { rule: read, handle: listChanges })
  mount(app, server, yearEnds.preview, { rule: read, handle: previewYearEnd })
  mount(app, server, yearEnds.propose, { rule: propose, handle: proposeYearEnd })
  mount(app, server, ceilings.decide, { rule: decide, visible: changeVisible, handle: decideCeiling })
}

const stepRuleRoutes = (app: FastifyInstance, server: Server) => {
  const { read, propose, decide } = stepRulePolicy
  mount(app, server, stepRules.read, { rule: read, handle: readStepRules })
  mount(app, server, stepRules.propose, { rule: propose, handle: proposeRules })
  mount(app, server, stepRules.decide, { rule: decide, visible: stepRulesVisible, handle: decideRules })
}

const ledgerRoutes = (app: FastifyInstance, server: Server) => {
  const visible = allocationVisible
  const { read, record } = allocationPolicy
  mount(app, server, allocations.commit, { rule: record, visible, handle: commit })
  mount(app, server, allocations.spend, { rule: record, visible, handle: spend })
  mount(app, server, allocations.release, { rule: record, visible, handle: release })
  mount(app, server, allocations.reverse, { rule: record, visible: entryVisible, handle: reverseEntry })
  mount(app, server, allocations.ledger, { rule: read, handle: listLedger })
  mount(app, server, allocations.work, { rule: read, handle: workByPerson })
  mount(app, server, exchangeRates.list, { rule: ratePolicy.read, handle: listRates })
  mount(app, server, exchangeRates.inForce, { rule: ratePolicy.read, handle: ratesInForce })
  mount(app, server, exchangeRates.record, { rule: ratePolicy.record, handle: recordRate })
  mount(app, server, exchangeRates.confirm, { rule: ratePolicy.confirm, visible: rateVisible, handle: confirmRate })
}

export const allocationsRoutes = (app: FastifyInstance, server: Server) => {
  requestRoutes(app, server)
  delegationRoutes(app, server)
  ceilingRoutes(app, server)
  stepRuleRoutes(app, server)
  ledgerRoutes(app, server)
}
