import type { FastifyInstance } from 'fastify'
import { safeguards } from '@entente/shared/safeguards/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { safeguardPolicy } from './policy.ts'
import { termsOfProgram, termsVisible } from './queries.ts'
import { agreeToTerms, proposeTerms } from './service.ts'

export const safeguardsRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  mount(app, server, safeguards.ofProgram, { rule: safeguardPolicy.read, visible, handle: termsOfProgram })
  mount(app, server, safeguards.propose, { rule: safeguardPolicy.propose, visible, handle: proposeTerms })
  mount(app, server, safeguards.agree, { rule: safeguardPolicy.agree, visible: termsVisible, handle: agreeToTerms })
}
