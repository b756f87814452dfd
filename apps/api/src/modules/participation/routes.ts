import type { FastifyInstance } from 'fastify'
import { participation } from '@entente/shared/participation/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { answerObjection, raiseObjection } from './objections-service.ts'
import { objectionPolicy, participationPolicy } from './policy.ts'
import { consultationVisible, objectionVisible, participationOfProgram } from './queries.ts'
import { consult, giveOpinion } from './service.ts'

export const participationRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  const policy = participationPolicy
  mount(app, server, participation.ofProgram, { rule: policy.read, visible, handle: participationOfProgram })
  mount(app, server, participation.consult, { rule: policy.consult, visible, handle: consult })
  mount(app, server, participation.opine, { rule: policy.opine, visible: consultationVisible, handle: giveOpinion })
  mount(app, server, participation.object, { rule: policy.object, visible, handle: raiseObjection })
  mount(app, server, participation.answer, {
    rule: objectionPolicy.answer,
    visible: objectionVisible,
    handle: answerObjection,
  })
}
