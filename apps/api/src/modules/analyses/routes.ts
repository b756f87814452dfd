import type { FastifyInstance } from 'fastify'
import { analyses } from '@entente/shared/analyses/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { analysisPolicy } from './policy.ts'
import { analysesOfProgram, analysisVisible, getAnalysis, listAnalyses } from './queries.ts'
import { reviewAnalysis, submitAnalysis } from './review-service.ts'
import { editAnalysis, startAnalysis } from './service.ts'

export const analysesRoutes = (app: FastifyInstance, server: Server) => {
  const visible = analysisVisible
  mount(app, server, analyses.list, { rule: analysisPolicy.read, handle: listAnalyses })
  mount(app, server, analyses.get, { rule: analysisPolicy.read, visible, handle: getAnalysis })
  mount(app, server, analyses.ofProgram, {
    rule: analysisPolicy.read,
    visible: programVisible,
    handle: analysesOfProgram,
  })
  mount(app, server, analyses.start, { rule: analysisPolicy.write, visible: programVisible, handle: startAnalysis })
  mount(app, server, analyses.edit, { rule: analysisPolicy.write, visible, handle: editAnalysis })
  mount(app, server, analyses.submit, { rule: analysisPolicy.write, visible, handle: submitAnalysis })
  mount(app, server, analyses.review, { rule: analysisPolicy.review, visible, handle: reviewAnalysis })
}
