import { join } from 'node:path'
import type { Writable } from 'node:stream'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler } from '@fastify/type-provider-zod'
import type { z } from 'zod'
import { maximumFileSize } from '@entente/shared/documents/contract'
import { mountModules } from './modules.ts'
import { settleProof } from './modules/proof/service.ts'
import { nobody } from './modules/users/queries.ts'
import { identify } from './modules/users/routes.ts'
import type { Server } from './platform/records/call.ts'
import type { Clock } from './platform/database/clock.ts'
import { openDatabase } from './platform/database/client.ts'
import { openOutside } from './platform/database/outside.ts'
import { outsiderOf } from './modules/users/policy.ts'
import { handleErrors, refuseUnknown } from './platform/http/error-answers.ts'
import { openFileStore } from './platform/files/file-store.ts'
import { openLiveFeed } from './platform/database/live-feed.ts'
import { localeOf } from './platform/http/locale.ts'
import { describeApi } from './platform/http/openapi.ts'
import { toLog } from './platform/http/request-log.ts'
import { addSecurityHeaders, readableAddress, requireContentType, requireOwnOrigin } from './platform/http/security.ts'
import { serveSpa } from './platform/http/pages.ts'
import { invalid } from './platform/rules/validation.ts'

export type AppOptions = {
  databaseUrl: string
  dataDir: string
  demo: boolean
  publicUrl: string | null
  /** The folder of the built SPA; null serves the API alone. */
  webRoot: string | null
  clock: Clock
  logLevel: string
  /** Where the log goes; to the output of the process unless said otherwise. */
  logTo?: Writable
}

const version = '0.1.0'

const newFastify = ({ logLevel: level, logTo: stream }: AppOptions) =>
  Fastify({
    logger: { level, serializers: { req: toLog }, ...(stream && { stream }) },
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    trustProxy: 'loopback',
    // As long as any address may be: what is too long for an id is no record, and is answered like one.
    routerOptions: { maxParamLength: 16_384 },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
  })

const serverOf = ({ databaseUrl, dataDir, clock, demo, publicUrl }: AppOptions): Server => {
  const db = openDatabase(databaseUrl)
  return {
    db,
    reader: db,
    outside: openOutside(databaseUrl),
    outsiderOf,
    clock,
    files: openFileStore(join(dataDir, 'files')),
    live: openLiveFeed(databaseUrl),
    demo,
    publicUrl,
    consequence: settleProof,
    nobody,
  }
}

/** The whole application as it ships, without listening: the server, the tests and the seed all build this one. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const app = newFastify(options)
  const server = serverOf(options)
  app.addHook('onClose', async () => {
    await server.live.close()
    await Promise.all([server.db.$disconnect(), server.outside.$disconnect()])
  })
  await addSecurityHeaders(app, options.publicUrl?.startsWith('https:') ?? false)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: maximumFileSize, files: 1, fields: 10, parts: 12 } })
  await describeApi(app)
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: invalid(result.error) }
  })
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  letGoWhenClosing(app)
  app.setNotFoundHandler(refuseUnknown)
  checkFirst(app, server)
  identify(app, server)
  addProbes(app, server)
  await app.register(
    (api, _options, done) => {
      addProbes(api, server)
      mountModules(api, server, { dataDir: options.dataDir, version })
      done()
    },
    { prefix: '/api/v1' },
  )
  if (options.webRoot !== null) await serveSpa(app, options.webRoot)
  return app
}

/** An answer given while the server closes is the last of its connection: an idle one would hold the close up. */
const letGoWhenClosing = (app: FastifyInstance) => {
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close')
  })
}

/** What is refused before anyone asks who you are: another site's request, another type of body. */
const checkFirst = (app: FastifyInstance, server: Server) => {
  app.decorateRequest('locale', 'fr')
  app.addHook('onRequest', async (request) => {
    request.locale = localeOf(request.headers['accept-language'])
    requireOwnOrigin(request, server.publicUrl)
    requireContentType(request, request.routeOptions.config.endpoint?.upload === true)
  })
}

const addProbes = (app: FastifyInstance, server: Server) => {
  app.get('/health', { schema: { hide: true } }, () => ({ status: 'ok' }))
  app.get('/ready', { schema: { hide: true } }, async (_request, reply) => {
    const reached = await server.db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    )
    return reply.code(reached ? 200 : 503).send({ status: reached ? 'ready' : 'unavailable' })
  })
}
