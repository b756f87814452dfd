import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { issueSetupToken } from './modules/users/accounts-service.ts'
import { databaseClock } from './platform/database/clock.ts'
import { beginStart, demoAllowed, refuseExposedDemo, type StartingDatabase } from './platform/start/demonstration.ts'
import { startEmbeddedPostgres } from '@entente/postgres/embedded'
import { readSettings, type Settings } from './platform/start/env.ts'
import { listenFault, refuseBusyPort } from './platform/start/listening.ts'
import { migrate } from './platform/start/migrate.ts'
import { runProcess, type Lifetime } from './platform/start/lifetime.ts'
import { makeDataFolder } from '@entente/postgres/data-folder'

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))
const say = (line: string): void => console.log(line)

type DatabaseUrls = { ownerUrl: string; appUrl: string }

/** From nothing to a listening server; whatever is started is handed to `life`, which stops it in reverse. */
async function start(life: Lifetime): Promise<void> {
  const settings = readSettings(process.env)
  const mayLoadDemo = demoAllowed(settings)
  await refuseBusyPort(settings)
  makeDataFolder(settings.dataDir)
  const urls = await life.step(() => openPostgres(settings, life))
  const database = await life.step(() => beginStart(urls))
  try {
    const { separateRoles } = await life.step(() => migrate({ ...urls, progress: say }))
    if (!separateRoles) say('DATABASE_OWNER_URL is not set: the audit trail is guarded by triggers only.')
    const load = mayLoadDemo && (await database.content()) === 'nothing'
    refuseExposedDemo(await database.content(), settings)
    const demo = load || (await database.content()) === 'demonstration'
    const app = await life.step(() => openApp(settings, urls, demo, life))
    if (load) await life.step(() => loadDemo({ databaseUrl: urls.appUrl, dataDir: settings.dataDir }, database))
    const address = await life.step(() => listen(app, settings))
    await announce(address, settings, database)
  } finally {
    await database.done()
  }
}

async function openPostgres(settings: Settings, life: Lifetime): Promise<DatabaseUrls> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = settings
  if (databaseUrl !== null) return { ownerUrl: databaseOwnerUrl ?? databaseUrl, appUrl: databaseUrl }
  const postgres = await startEmbeddedPostgres({ dataDir })
  life.stopLater(() => postgres.stop())
  life.failWhen(postgres.crashed, 'The embedded PostgreSQL has ended by itself; start again to recover.')
  return postgres
}

async function openApp(
  settings: Settings,
  urls: DatabaseUrls,
  demo: boolean,
  life: Lifetime,
): Promise<FastifyInstance> {
  const { dataDir, publicUrl, logLevel } = settings
  const webRoot = existsSync(`${WEB_ROOT}/index.html`) ? WEB_ROOT : null
  const app = await buildApp({
    databaseUrl: urls.appUrl,
    dataDir,
    demo,
    publicUrl,
    webRoot,
    clock: databaseClock,
    logLevel,
  })
  life.stopLater(() => app.close())
  return app
}

async function loadDemo(place: { databaseUrl: string; dataDir: string }, database: StartingDatabase): Promise<void> {
  say('Loading the demonstration portfolio …')
  await database.mark('loading')
  // Needed once in the life of a database: every other start does without reading it.
  const { seedDemo } = await import('../../../prisma/seed/index.ts')
  await seedDemo(place, say)
  await database.mark('demonstration')
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listenFault({ host, port }, error)
  }
  const bound = app.server.address()
  const heard = typeof bound === 'object' && bound !== null ? bound.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${heard}`
}

/** Says where the server is and who can enter, in one piece. */
async function announce(address: string, settings: Settings, database: StartingDatabase): Promise<void> {
  const place = settings.publicUrl ?? address
  const lines = ['', `Entente is ready: ${place}`]
  const content = await database.content()
  if (content === 'nothing') {
    const token = await issueSetupToken(settings.dataDir)
    lines.push(`Create the first administrator (once): ${place}/setup#${token}`)
  }
  if (content === 'demonstration') {
    lines.push('', 'Demonstration accounts (password entente-demo):')
    for (const { email, roles } of await database.accounts()) lines.push(`  ${email.padEnd(34)}${roles.join(', ')}`)
  }
  say(lines.join('\n'))
}

runProcess(start)
