import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { PostgresBinaries } from './binaries.ts'
import { isAlive, run } from './process.ts'
import type { PostgresAccess } from './access.ts'
import type { Runner } from './user.ts'
import { outsideRole } from './outside.ts'
import { StartError } from './start-error.ts'

export const POSTGRES_MAJOR = '18'
const DATABASE = 'entente'

/** The place and the means of one embedded PostgreSQL. */
export type Cluster = {
  dataDir: string
  folder: string
  binaries: PostgresBinaries
  runner: Runner
  throwaway: boolean
}

/**
 * Makes the files of a new database, unless they exist. They are made beside their place and then renamed, so that an
 * interrupted first start leaves nothing half-made. Text is UTF-8 in byte order everywhere (the order keys of cards
 * need it); names are sorted with an explicit ICU collation.
 */
export async function ensureCluster(cluster: Cluster, access: PostgresAccess): Promise<void> {
  const { folder, dataDir, runner, binaries } = cluster
  if (existsSync(join(folder, 'PG_VERSION'))) {
    refuseOtherVersion(folder)
    return runner.own(folder)
  }
  sweepInterrupted(dataDir)
  const draft = `${folder}.new-${process.pid}`
  const passwordFile = `${draft}.password`
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, access.superuser.password, { mode: 0o600 })
  for (const path of [draft, passwordFile]) runner.own(path)
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]
  const identity = [`--username=${access.superuser.user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const speed = cluster.throwaway ? ['--no-sync'] : []
  const { status, output } = await run(runner.wrap(binaries.initdb, ['-D', draft, ...options, ...identity, ...speed]), {
    ...process.env,
    ...binaries.env,
  })
  rmSync(passwordFile, { force: true })
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new StartError(`The embedded PostgreSQL could not be set up in ${dataDir}: ${reasonIn(output, dataDir)}`)
  }
  takePlace(draft, folder)
}

function takePlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
    throw new StartError(`Another Entente server has just been started on ${folder}: stop it, or set another DATA_DIR.`)
  }
}

function refuseOtherVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version === POSTGRES_MAJOR) return
  throw new StartError(
    `The database in ${folder} was made by PostgreSQL ${version}, but this Entente embeds ${POSTGRES_MAJOR}.`,
  )
}

function sweepInterrupted(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^postgres\.new-(\d+)/.exec(name)?.[1]
    if (pid && (!isAlive(Number(pid)) || Number(pid) === process.pid)) rmSync(join(dataDir, name), { recursive: true })
  }
}

/** What a PostgreSQL program complains of, as the end of a sentence. A full disk may leave it speechless. */
export function reasonIn(output: string, folder: string): string {
  if (/No space left on device/i.test(output) || statfsSync(folder).bavail === 0) return 'the disk is full.'
  const lines = output.trim().split('\n')
  const line = lines.findLast((text) => /(FATAL|PANIC|error):/i.test(text)) ?? lines.at(-1)
  const reason = line?.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').replace(/\.$/, '')
  return `${reason === undefined || reason === '' ? 'it gave no reason' : reason}.`
}

/** The server's settings; those of a throwaway cluster give up safety, never behaviour. */
export function serverArguments(cluster: Cluster, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    synchronous_commit: 'on',
    // A query whose client has been killed ends, and gives its locks back.
    client_connection_check_interval: '2s',
    // Row values and statements stay out of the log file.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(cluster.throwaway && { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  return ['-D', cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Opens the log of this run; the one before is kept beside it. */
export function openLog(dataDir: string): { path: string; descriptor: number; close(): void } {
  const path = join(dataDir, 'postgres.log')
  if (existsSync(path)) renameSync(path, `${path}.1`)
  const descriptor = openSync(path, 'a', 0o600)
  return { path, descriptor, close: () => closeSync(descriptor) }
}

/**
 * Makes the database and its two roles, unless they exist: the owner migrates, the application may neither create
 * anything nor change a schema. The limits of the application are the server's own, so that no code can forget them.
 */
export async function ensureDatabase(superuser: Client, access: PostgresAccess): Promise<void> {
  await makeDatabase(superuser, access)
  await ensureOutside(superuser, access.app.user)
}

/** The role that the application reads as for who is outside. A cluster of before gets it too. */
async function ensureOutside(superuser: Client, app: string): Promise<void> {
  const { rows } = await superuser.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [outsideRole])
  if (rows.length === 0) await superuser.query(`CREATE ROLE ${outsideRole} NOLOGIN`)
  // Not inherited: what holds for that role holds for the application only while it reads as that role.
  await superuser.query(`GRANT ${outsideRole} TO ${app} WITH INHERIT FALSE, SET TRUE`)
}

async function makeDatabase(superuser: Client, access: PostgresAccess): Promise<void> {
  const { rows } = await superuser.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rows.length > 0) return
  const literal = (text: string) => superuser.escapeLiteral(text)
  for (const { user, password } of [access.owner, access.app]) {
    await superuser.query(`DROP ROLE IF EXISTS ${user}`)
    await superuser.query(`CREATE ROLE ${user} LOGIN PASSWORD ${literal(password)}`)
  }
  const app = access.app.user
  await superuser.query(`ALTER ROLE ${app} SET statement_timeout = '10s'`)
  await superuser.query(`ALTER ROLE ${app} SET lock_timeout = '5s'`)
  await superuser.query(`ALTER ROLE ${app} SET idle_in_transaction_session_timeout = '10s'`)
  await superuser.query(`CREATE DATABASE ${DATABASE} OWNER ${access.owner.user}`)
  await superuser.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`)
  await superuser.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${app}`)
}

/** The address of the database for one of its roles. */
export function databaseUrl(
  access: PostgresAccess,
  role: keyof Omit<PostgresAccess, 'port'>,
  database = DATABASE,
): string {
  const { user, password } = access[role]
  return `postgresql://${user}:${password}@127.0.0.1:${access.port}/${database}`
}
