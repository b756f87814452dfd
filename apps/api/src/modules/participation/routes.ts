import type { FastifyInstance } from 'fastify'
import { participation } from '@entente/shared/participation/contract'
import { mount } from '../../platform/http/mount.ts'
import type { Server } from '../../platform/records/call.ts'
import { programVisible } from '../programs/policy.ts'
import { answerObjection, raiseObjection } from './objections-service.ts'
import { readsParticipation } from './policy.ts'
import { participationOfProgram } from './queries.ts'
import { consult, giveOpinion } from './service.ts'

export const participationRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, participation.ofProgram, {
    rule: readsParticipation,
    visible: programVisible,
    handle: participationOfProgram,
  })
  mount(app, server, participation.consult, consult)
  mount(app, server, participation.opine, giveOpinion)
  mount(app, server, participation.object, raiseObjection)
  mount(app, server, participation.answer, answerObjection)
}
