import type { FastifyInstance } from 'fastify'
import { safeguards } from '@entente/shared/safeguards/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { readsTerms } from './policy.ts'
import { termsOfProgram } from './queries.ts'
import { agreeToTerms, proposeTerms } from './service.ts'

export const safeguardsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, safeguards.ofProgram, { rule: readsTerms, visible, handle: termsOfProgram })
  mount(app, server, safeguards.propose, proposeTerms)
  mount(app, server, safeguards.agree, agreeToTerms)
}
