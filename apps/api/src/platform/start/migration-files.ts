import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm'

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../../prisma/migrations', import.meta.url))

/** The names of all migrations of this code, in the order in which they are applied. */
export function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .toSorted()
}

export function migrationSql(folder: string, name: string): string {
  return readFileSync(join(folder, name, 'migration.sql'), 'utf8')
}

/** The migrations as Prisma's engine wants them: read from disk beforehand. */
export function migrationList(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: join(folder, 'migration_lock.toml'), content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migrationSql(folder, name) } },
    })),
  }
}
