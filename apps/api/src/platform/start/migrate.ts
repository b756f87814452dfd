import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { connectAsOwner, connectTo } from './connection.ts'
import { grantToApplication, letReadOutside } from './grants.ts'
import { migrationList, MIGRATIONS_FOLDER, migrationNames, migrationSql } from './migration-files.ts'
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts'
import { StartError } from '@entente/postgres/start-error'

const MIGRATION_LOCK = 4_663_688_302
const SESSION_NAME = 'entente-start'
const ENGINE_NAME = 'entente-migration'
const OLDEST_POSTGRES = 150_000

/** The role that migrates, the role of the application, and where the migrations are. */
export type MigrateOptions = { ownerUrl: string; appUrl: string; folder?: string; progress?: (line: string) => void }
export type Migrated = { applied: string[]; separateRoles: boolean }

type HistoryRow = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Brings the database to the state of this code. Servers that start together do it one after the other; each migration
 * is applied and recorded in one transaction, so that a killed start leaves it whole or not at all. A database that a
 * newer Entente has migrated, or whose applied migrations were edited since, is refused.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const folder = options.folder ?? MIGRATIONS_FOLDER
  const app = await connectTo(options.appUrl, 'DATABASE_URL', { application_name: SESSION_NAME })
  let appRole: string
  try {
    appRole = await currentRole(app)
  } finally {
    await app.end()
  }
  const owner = await connectAsOwner(options, SESSION_NAME)
  try {
    await refuseOldPostgres(owner)
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await applyPending(owner, options, folder)
    const separateRoles = appRole !== (await currentRole(owner))
    if (separateRoles && (await hasHistory(owner))) await grantToApplication(owner, appRole)
    await letReadOutside(owner, appRole)
    return { applied, separateRoles }
  } finally {
    await owner.end()
  }
}

async function applyPending(owner: Client, { ownerUrl, progress }: MigrateOptions, folder: string): Promise<string[]> {
  await forgetInterrupted(owner)
  const known = migrationNames(folder)
  const history = await readHistory(owner)
  refuseNewer(history, known)
  for (const row of history) refuseEdited(row, folder)
  const done = new Set(history.map((row) => row.migration_name))
  const pending = known.filter((name) => !done.has(name))
  if (pending.length === 0) return []
  progress?.(`Migrating the database (${pending.length} of ${known.length} migrations) …`)
  await runEngine(ownerUrl, folder)
  return pending
}

async function runEngine(ownerUrl: string, folder: string): Promise<void> {
  const connection = { connectionString: ownerUrl, application_name: ENGINE_NAME }
  const { engine, close } = await openSchemaEngine({ connection, scriptSuffix: () => RECORD })
  try {
    await engine.applyMigrations({ migrationsList: migrationList(folder), filters: NO_FILTERS })
  } catch (error) {
    throw new StartError(`The database could not be migrated: ${complaint(error)}`)
  } finally {
    await close()
  }
}

// The engine records the end of a migration in a transaction of its own. A server killed in between would find the
// migration unfinished though its tables are there; so the script itself records it.
const RECORD = `;DO $record$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    UPDATE public._prisma_migrations SET finished_at = now()
    WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $record$`

/** A migration that was begun and not recorded was rolled back with its server: it is due again. */
async function forgetInterrupted(owner: Client): Promise<void> {
  if (!(await hasHistory(owner))) return
  await endEngineOfKilledServer(owner)
  await owner.query(
    'UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

/** Only the holder of the lock runs the engine: whoever else does belongs to a server that was killed. */
async function endEngineOfKilledServer(owner: Client): Promise<void> {
  const otherEngines = `FROM pg_stat_activity WHERE application_name = '${ENGINE_NAME}'
    AND datname = current_database() AND usename = current_user`
  const { rowCount } = await owner.query(`SELECT pg_terminate_backend(pid, 5000) ${otherEngines}`)
  if (rowCount === 0) return
  const { rowCount: left } = await owner.query(`SELECT 1 ${otherEngines}`)
  if (left !== 0) throw new StartError('Another server is still migrating this database: start again when it is done.')
}

async function readHistory(owner: Client): Promise<HistoryRow[]> {
  if (!(await hasHistory(owner))) return []
  const { rows } = await owner.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

async function hasHistory(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`,
  )
  return rows[0]?.there ?? false
}

function refuseNewer(history: HistoryRow[], known: string[]): void {
  const unknown = history.find((row) => !known.includes(row.migration_name))
  if (unknown) {
    throw new StartError(
      `The database is newer than this Entente (it has the migration ${unknown.migration_name}): start the newer version.`,
    )
  }
}

function refuseEdited({ migration_name: name, checksum }: HistoryRow, folder: string): void {
  const now = createHash('sha256').update(migrationSql(folder, name)).digest('hex')
  if (now !== checksum) {
    throw new StartError(
      `The migration ${name} was edited after it was applied to this database: restore the file, or use a new database.`,
    )
  }
}

async function refuseOldPostgres(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ number: string; name: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  )
  if (Number(rows[0]?.number) < OLDEST_POSTGRES) {
    throw new StartError(`DATABASE_URL leads to PostgreSQL ${rows[0]?.name ?? '?'}: Entente needs 15 or later.`)
  }
}

async function currentRole(client: Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role')
  return rows[0]?.role ?? ''
}

/** The engine's message without its inner trace. */
function complaint(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const migration = /migration_name="([^"]+)"/.exec(message)?.[1]
  const fault = /ERROR: .*/.exec(message)?.[0] ?? message.split('\n')[0] ?? ''
  return migration ? `${fault} (in ${migration}; nothing of it was kept).` : `${fault}.`
}
