import type { FastifyInstance } from 'fastify'
import { programs } from '@entente/shared/programs/contract'
import type { Server } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import { programPolicy, programVisible } from './policy.ts'
import { type Blocked, getProgram, listPrograms, presenting, type Standings } from './queries.ts'
import { editProgram } from './service.ts'

/** The lifecycle stands on top of every slice; what it knows of programs is handed down here. */
export const programsRoutes = (app: FastifyInstance, server: Server, standings: Standings, blocked: Blocked) => {
  const visible = programVisible
  mount(app, server, programs.list, {
    rule: programPolicy.read,
    handle: (call) => listPrograms(call, standings, blocked),
  })
  mount(app, server, programs.get, { rule: programPolicy.read, visible, handle: (call) => getProgram(call, standings) })
  mount(app, server, programs.edit, {
    rule: programPolicy.edit,
    visible,
    handle: (call) => editProgram(call, presenting(standings, call.locale)),
  })
}
