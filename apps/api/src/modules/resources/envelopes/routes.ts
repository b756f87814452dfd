import type { FastifyInstance } from 'fastify'
import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import type { Server } from '../../../platform/records/call.ts'
import { mount } from '../../../platform/http/mount.ts'
import { getEnvelope, listChanges, listEnvelopes } from './queries.ts'
import { decideCeiling, proposeCeiling } from './ceiling-service.ts'
import { openEnvelope } from './service.ts'
import { envelopesPolicy, envelopeVisible } from './policy.ts'
import { proposeReversal, proposeTransfer } from './transfer-service.ts'
import { previewYearEnd } from './year-end-queries.ts'
import { proposeYearEnd } from './year-end-service.ts'

export const envelopeRoutes = (app: FastifyInstance, server: Server) => {
  const { read, propose } = envelopesPolicy
  mount(app, server, envelopes.list, { rule: read, handle: listEnvelopes })
  mount(app, server, envelopes.open, openEnvelope)
  mount(app, server, ceilings.envelope, { rule: read, visible: envelopeVisible, handle: getEnvelope })
  mount(app, server, ceilings.propose, proposeCeiling)
  mount(app, server, ceilings.transfer, proposeTransfer)
  mount(app, server, ceilings.reverse, proposeReversal)
  mount(app, server, ceilings.list, { rule: read, handle: listChanges })
  mount(app, server, yearEnds.preview, { rule: read, handle: previewYearEnd })
  mount(app, server, yearEnds.propose, { rule: propose, handle: proposeYearEnd })
  mount(app, server, ceilings.decide, decideCeiling)
}
