import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { postgresBinaries } from './binaries.ts'
import {
  databaseUrl,
  ensureCluster,
  ensureDatabase,
  openLog,
  reasonIn,
  serverArguments,
  type Cluster,
} from './cluster.ts'
import { livingPostmaster, removeStalePidFile, stopPostmaster } from './process.ts'
import { remember, rememberedAccess, type PostgresAccess } from './access.ts'
import { postgresRunner } from './user.ts'
import { folderFault, makeDataFolder } from './data-folder.ts'
import { freePort } from './free-port.ts'
import { errorCode, StartError } from './start-error.ts'

const READY_WITHIN_MS = 60_000
const OWNERSHIP_LOCK = 4_663_688_301

/** A running PostgreSQL of our own. */
export type EmbeddedPostgres = {
  /** The role that owns the database and migrates it. */
  ownerUrl: string
  /** The role the application works as: it can neither create nor change a schema. */
  appUrl: string
  /** The superuser, for scripts and tests only. */
  superuserUrl: string
  /** Ends when PostgreSQL ends without having been asked to. */
  crashed: Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on the files in `dataDir`, made at the first start, and returns when it accepts connections.
 * It runs in its own process group, so that the terminal's Ctrl-C does not reach it; one left behind by a killed
 * server is stopped first. Two servers never share a data folder.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  throwaway?: boolean
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  makeDataFolder(dataDir)
  try {
    return await start({
      dataDir,
      folder: join(dataDir, 'postgres'),
      binaries: postgresBinaries(dataDir),
      runner: postgresRunner(),
      throwaway: options.throwaway ?? false,
    })
  } catch (error) {
    throw folderFault(dataDir, error)
  }
}

async function start(cluster: Cluster): Promise<EmbeddedPostgres> {
  const access = await rememberedAccess(cluster.dataDir, existsSync(join(cluster.folder, 'PG_VERSION')))
  await endOrphan(cluster, access)
  await ensureCluster(cluster, access)
  const port = await freePort(access.port)
  if (port !== access.port) remember(cluster.dataDir, Object.assign(access, { port }))
  const server = await launch(cluster, access)
  let stopping = false
  const crashed = new Promise<void>((ended) => server.child.once('exit', () => stopping || ended()))
  const stop = async (): Promise<void> => {
    stopping = true
    await server.superuser.end().catch(() => undefined)
    if (server.child.pid !== undefined) await stopPostmaster(server.child.pid)
  }
  try {
    await ensureDatabase(server.superuser, access)
  } catch (error) {
    await stop()
    throw error
  }
  const urlOf = (role: 'owner' | 'app' | 'superuser') => databaseUrl(access, role)
  return { ownerUrl: urlOf('owner'), appUrl: urlOf('app'), superuserUrl: urlOf('superuser'), crashed, stop }
}

/** Stops the PostgreSQL of a server that was killed; refuses when that server is still alive. */
async function endOrphan(cluster: Cluster, access: PostgresAccess): Promise<void> {
  const pid = livingPostmaster(cluster.folder)
  if (pid === null) return removeStalePidFile(cluster.folder)
  const session = await connect(access).catch(() => null)
  const abandoned = session === null || (await own(session))
  await session?.end()
  if (!abandoned)
    throw new StartError(
      `DATA_DIR ${cluster.dataDir} is in use by another Entente server: stop it, or set another DATA_DIR.`,
    )
  await stopPostmaster(pid)
}

async function launch(cluster: Cluster, access: PostgresAccess): Promise<{ child: ChildProcess; superuser: Client }> {
  const log = openLog(cluster.dataDir)
  const { command, args, ...user } = cluster.runner.wrap(
    cluster.binaries.postgres,
    serverArguments(cluster, access.port),
  )
  const child = spawn(command, args, {
    ...user,
    cwd: cluster.folder,
    env: { ...process.env, ...cluster.binaries.env },
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  })
  log.close()
  child.unref()
  let ended = false
  child.once('exit', () => (ended = true)).once('error', () => (ended = true))
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !ended; await wait(25)) {
    const superuser = await connect(access).catch(tryAgain)
    if (superuser && (await own(superuser))) return { child, superuser }
    await superuser?.end()
  }
  if (child.pid !== undefined && !ended) await stopPostmaster(child.pid)
  throw new StartError(
    `The embedded PostgreSQL does not start (${log.path}): ${reasonIn(readFileSync(log.path, 'utf8'), cluster.dataDir)}`,
  )
}

/** Not listening yet, or still starting: anything else will not get better by waiting. */
function tryAgain(error: unknown): null {
  if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(errorCode(error) ?? '')) return null
  throw error
}

async function connect(access: PostgresAccess): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl(access, 'superuser', 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  // The connection breaks when PostgreSQL goes; `crashed` tells.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The lock every server holds on its own database for as long as it lives, even if it is killed. */
async function own(superuser: Client): Promise<boolean> {
  const { rows } = await superuser.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNERSHIP_LOCK])
  return rows[0]?.mine ?? false
}
