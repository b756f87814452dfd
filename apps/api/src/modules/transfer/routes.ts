import type { FastifyInstance } from 'fastify'
import { transfer } from '@entente/shared/transfer/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { addLesson, fileEvaluation } from './learning-service.ts'
import { evaluationPolicy, transferPolicy } from './policy.ts'
import { objectiveVisible, transferOfProgram } from './queries.ts'
import { addObjective, editObjective, verifyObjective } from './service.ts'

export const transferRoutes = (app: FastifyInstance, server: Server) => {
  const visible = programVisible
  const { read, write, verify } = transferPolicy
  mount(app, server, transfer.ofProgram, { rule: read, visible, handle: transferOfProgram })
  mount(app, server, transfer.addObjective, { rule: write, visible, handle: addObjective })
  mount(app, server, transfer.editObjective, { rule: write, visible: objectiveVisible, handle: editObjective })
  mount(app, server, transfer.verify, { rule: verify, visible: objectiveVisible, handle: verifyObjective })
  mount(app, server, transfer.addLesson, { rule: write, visible, handle: addLesson })
  mount(app, server, transfer.fileEvaluation, { rule: evaluationPolicy.file, visible, handle: fileEvaluation })
}
