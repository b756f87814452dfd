import type { FastifyInstance } from 'fastify'
import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { getEnvelope, listChanges, listEnvelopes } from './queries.ts'
import { decideCeiling, proposeCeiling } from './ceiling-service.ts'
import { openEnvelope } from './service.ts'
import { ceilingPolicy, changeVisible, envelopeVisible } from './policy.ts'
import { proposeReversal, proposeTransfer } from './transfer-service.ts'
import { previewYearEnd } from './year-end-queries.ts'
import { proposeYearEnd } from './year-end-service.ts'

export const envelopeRoutes = (app: FastifyInstance, server: Server) => {
  const visible = envelopeVisible
  const { read, open, propose, decide } = ceilingPolicy
  mount(app, server, envelopes.list, { rule: read, handle: listEnvelopes })
  mount(app, server, envelopes.open, { rule: open, handle: openEnvelope })
  mount(app, server, ceilings.envelope, { rule: read, visible, handle: getEnvelope })
  mount(app, server, ceilings.propose, { rule: propose, visible, handle: proposeCeiling })
  mount(app, server, ceilings.transfer, { rule: propose, visible, handle: proposeTransfer })
  mount(app, server, ceilings.reverse, { rule: propose, visible: changeVisible, handle: proposeReversal })
  mount(app, server, ceilings.list, { rule: read, handle: listChanges })
  mount(app, server, yearEnds.preview, { rule: read, handle: previewYearEnd })
  mount(app, server, yearEnds.propose, { rule: propose, handle: proposeYearEnd })
  mount(app, server, ceilings.decide, { rule: decide, visible: changeVisible, handle: decideCeiling })
}
