import type { FastifyInstance } from 'fastify'
import { proof } from '@entente/shared/proof/contract'
import { mount } from '../../platform/http/mount.ts'
import type { Server } from '../../platform/records/call.ts'
import { programVisible } from '../programs/policy.ts'
import { readsProof } from './policy.ts'
import { proofAsOf } from './queries.ts'

export const proofRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, proof.asOf, { rule: readsProof, visible: programVisible, handle: proofAsOf })
}
