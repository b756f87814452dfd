import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrationList, MIGRATIONS_FOLDER, migrationNames } from '../../apps/api/src/platform/start/migration-files.ts'
import { NO_FILTERS, openSchemaEngine } from '../../apps/api/src/platform/start/schema-engine.ts'
import { startThrowawayPostgres } from '@entente/postgres/throwaway'

const SCHEMA_FOLDER = fileURLToPath(new URL('../../prisma', import.meta.url))
const USAGE = 'Usage: npm run db:migration -- NAME (lower-case words joined by _), or --check.'

/** What the Prisma schema has and the migrations have not, as SQL; null when they agree. Works offline. */
export async function schemaDrift(): Promise<string | null> {
  const files = schemaFiles()
  const postgres = await startThrowawayPostgres()
  try {
    const { hostname: host, port, username: user, password } = new URL(postgres.superuserUrl)
    // Parts instead of an address: an address would win over the name of the shadow database.
    const { engine, close } = await openSchemaEngine({
      connection: { host, port: Number(port), user, password, database: 'entente' },
      datamodels: files.map(({ path, content }) => [path, content]),
    })
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(MIGRATIONS_FOLDER) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    })
    await close()
    return exitCode === 2 ? (stdout ?? '') : null
  } finally {
    await postgres.stop()
  }
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(SCHEMA_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => ({ path: join(SCHEMA_FOLDER, name), content: readFileSync(join(SCHEMA_FOLDER, name), 'utf8') }))
}

function writeMigration(name: string, sql: string): string {
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = `${moment}_${name}`
  const last = migrationNames(MIGRATIONS_FOLDER).at(-1)
  if (last !== undefined && last >= folder) throw new Error(`The last migration, ${last}, is from the future.`)
  mkdirSync(join(MIGRATIONS_FOLDER, folder), { recursive: true })
  writeFileSync(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(join(MIGRATIONS_FOLDER, folder, 'migration.sql'), sql)
  return join('prisma', 'migrations', folder, 'migration.sql')
}

async function main(argument: string | undefined): Promise<number> {
  const checking = argument === '--check'
  if (!checking && !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(argument ?? '')) {
    console.error(USAGE)
    return 2
  }
  const sql = await schemaDrift()
  if (sql === null) {
    console.log('No change: the migrations make what the Prisma schema says.')
    return 0
  }
  if (checking) {
    console.error(`The migrations do not make what the Prisma schema says; missing:\n\n${sql}`)
    return 1
  }
  console.log(
    `Written: ${writeMigration(argument ?? '', sql)}. Read it, and add what Prisma cannot say (checks, triggers, grants).`,
  )
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv[2])
