import type { FastifyInstance } from 'fastify'
import { programs } from '@entente/shared/programs/contract'
import { mount } from '../../platform/http/mount.ts'
import type { Server } from '../../platform/records/call.ts'
import { programVisible, readsPrograms } from './policy.ts'
import { getProgram, type Knowledge, listPrograms } from './queries.ts'
import { editProgram } from './service.ts'

export const programsRoutes = (app: FastifyInstance, server: Server, knowledge: Knowledge) => {
  mount(app, server, programs.list, { rule: readsPrograms, handle: (call) => listPrograms(call, knowledge) })
  mount(app, server, programs.get, {
    rule: readsPrograms,
    visible: programVisible,
    handle: (call) => getProgram(call, knowledge),
  })
  mount(app, server, programs.edit, editProgram(knowledge))
}
