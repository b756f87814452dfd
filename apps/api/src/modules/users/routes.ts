import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerOf } from '@entente/shared/kernel/endpoint'
import { users } from '@entente/shared/users/contract'
import type { Door } from '@entente/shared/users/options'
import type { Server } from '../../platform/records/call.ts'
import { reading } from '../../platform/records/call.ts'
import { mount } from '../../platform/http/mount.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { setUp } from './accounts-service.ts'
import { userPolicy } from './policy.ts'
import { presentActor, presentColleagues } from './presenter.ts'
import { actorOf, colleagues, sessionOf } from './queries.ts'
import { sessionHours, signIn, signOut, signOutEverywhere, touch } from './service.ts'

const isSecure = (server: Server) => server.publicUrl?.startsWith('https:') ?? false
const cookieName = (server: Server) => (isSecure(server) ? '__Host-entente' : 'entente')

export const tokenOf = (server: Server, request: FastifyRequest) => request.cookies[cookieName(server)] ?? null

const setToken = (server: Server, reply: FastifyReply, token: string) =>
  reply.setCookie(cookieName(server), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(server),
    maxAge: sessionHours * 3600,
  })

/** Tells every request who is signed in, before any route runs. */
export const identify = (app: FastifyInstance, server: Server) => {
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request) => {
    const token = tokenOf(server, request)
    if (token === null) return
    const now = await server.clock(server.db)
    const session = await sessionOf(server.db, token, now)
    if (session === null) return
    request.actor = { ...session.actor, language: request.locale }
    await touch({ server }, token, session.lastSeenAt, now)
  })
}

/** Who is behind a request at this moment: asked again while a stream stays open. */
export const recognise = (server: Server) => async (request: FastifyRequest) => {
  const token = tokenOf(server, request)
  return token === null ? null : actorOf(server.db, token, await server.clock(server.db))
}

const forgetToken = (server: Server, reply: FastifyReply) =>
  reply.clearCookie(cookieName(server), { path: '/' }).header('clear-site-data', '"cache"')

/** What the application tells this slice: where it keeps its data, its version, and what of the interface is open to whom. */
export type About = { dataDir: string; version: string; doorsOpenTo: (actor: Actor) => Door[] }

export const usersRoutes = (app: FastifyInstance, server: Server, about: About) => {
  const sessionOfActor = (actor: Actor) => ({
    user: presentActor(actor),
    demo: server.demo,
    can: about.doorsOpenTo(actor),
  })
  mount(app, server, users.server, { handle: () => Promise.resolve({ demo: server.demo, version: about.version }) })
  mount(app, server, users.signIn, {
    handle: async (call) => {
      const { actor, token } = await signIn(call, tokenOf(server, call.request))
      setToken(server, call.reply, token)
      return sessionOfActor(actor)
    },
  })
  mount(app, server, users.session, {
    rule: userPolicy.session,
    handle: (call) => Promise.resolve(sessionOfActor(call.actor)),
  })
  mount(app, server, users.signOut, {
    rule: userPolicy.signOut,
    handle: async (call) => {
      await signOut(call, tokenOf(server, call.request) ?? '')
      forgetToken(server, call.reply)
    },
  })
  mount(app, server, users.signOutEverywhere, {
    rule: userPolicy.signOut,
    handle: async (call) => {
      await signOutEverywhere(call)
      forgetToken(server, call.reply)
    },
  })
  accountsRoutes(app, server, about.dataDir, sessionOfActor)
}

const accountsRoutes = (
  app: FastifyInstance,
  server: Server,
  dataDir: string,
  present: (actor: Actor) => AnswerOf<typeof users.session>,
) => {
  mount(app, server, users.people, {
    rule: userPolicy.people,
    handle: async () => ({ items: presentColleagues(await colleagues(await reading(server))) }),
  })
  mount(app, server, users.setUp, {
    handle: async (call) => {
      await setUp(call, dataDir)
      const { actor, token } = await signIn(
        { ...call, idempotency: null, body: { email: call.body.email, password: call.body.password } },
        null,
      )
      setToken(server, call.reply, token)
      return present(actor)
    },
  })
}
