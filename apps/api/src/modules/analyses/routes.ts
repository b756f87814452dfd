import type { FastifyInstance } from 'fastify'
import { analyses } from '@entente/shared/analyses/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programVisible } from '../programs/policy.ts'
import { readsAnalyses } from './policy.ts'
import { analysesOfProgram, analysisVisible, getAnalysis, listAnalyses } from './queries.ts'
import { reviewAnalysis, submitAnalysis } from './review-service.ts'
import { editAnalysis, startAnalysis } from './service.ts'

export const analysesRoutes = (app: FastifyInstance, server: Server) => {
  const visible = analysisVisible
  mount(app, server, analyses.list, { rule: readsAnalyses, handle: listAnalyses })
  mount(app, server, analyses.get, { rule: readsAnalyses, visible, handle: getAnalysis })
  mount(app, server, analyses.ofProgram, {
    rule: readsAnalyses,
    visible: programVisible,
    handle: analysesOfProgram,
  })
  mount(app, server, analyses.start, startAnalysis)
  mount(app, server, analyses.edit, editAnalysis)
  mount(app, server, analyses.submit, submitAnalysis)
  mount(app, server, analyses.review, reviewAnalysis)
}
