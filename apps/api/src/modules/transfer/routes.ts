import type { FastifyInstance } from 'fastify'
import { transfer } from '@entente/shared/transfer/contract'
import { mount } from '../../platform/http/mount.ts'
import type { Server } from '../../platform/records/call.ts'
import { programVisible } from '../programs/policy.ts'
import { addLesson, fileEvaluation } from './learning-service.ts'
import { readsTransfer } from './policy.ts'
import { transferOfProgram } from './queries.ts'
import { addObjective, editObjective, verifyObjective } from './service.ts'

export const transferRoutes = (app: FastifyInstance, server: Server) => {
  mount(app, server, transfer.ofProgram, { rule: readsTransfer, visible: programVisible, handle: transferOfProgram })
  mount(app, server, transfer.addObjective, addObjective)
  mount(app, server, transfer.editObjective, editObjective)
  mount(app, server, transfer.verify, verifyObjective)
  mount(app, server, transfer.addLesson, addLesson)
  mount(app, server, transfer.fileEvaluation, fileEvaluation)
}
