import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginStart } from '../../src/platform/start/demonstration.ts'
import { migrate } from '../../src/platform/start/migrate.ts'
import { MIGRATIONS_FOLDER } from '../../src/platform/start/migration-files.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'

let database: FreshDatabase
let owner: Client
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  folder = mkdtempSync(join(tmpdir(), 'entente-migrations-'))
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true })
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await owner.end()
  await database.drop()
})

/** A migration of tomorrow's code. */
const comes = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const starts = () => migrate({ ...database, folder })
const tables = async (...names: string[]) => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname = ANY ($1) ORDER BY 1`,
    [names],
  )
  return rows.map((row) => row.name)
}

describe('Migrating at the start', () => {
  it('does nothing the second time', async () => {
    expect(await starts()).toEqual({ applied: [], separateRoles: true })
  })

  it('applies what is new once, however many servers start together', async () => {
    comes('20990101000000_one', 'CREATE TABLE one (id int)')
    const started = await Promise.all([starts(), starts(), starts()])
    expect(started.flatMap(({ applied }) => applied)).toEqual(['20990101000000_one'])
  })

  it('keeps nothing of a migration that fails, and applies it when it has been mended', async () => {
    comes('20990101000000_two', 'CREATE TABLE one (id int); CREATE TABLE users (id int)')
    await expect(starts()).rejects.toThrow(
      'The database could not be migrated: ERROR: relation "users" already exists (in 20990101000000_two; nothing of it was kept).',
    )
    expect(await tables('one', 'two')).toEqual([])
    comes('20990101000000_two', 'CREATE TABLE one (id int); CREATE TABLE two (id int)')
    await starts()
    expect(await tables('one', 'two')).toEqual(['one', 'two'])
  })

  it('applies again what a killed server had begun', async () => {
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('killed', 'x', '20990101000000_one')`,
    )
    comes('20990101000000_one', 'CREATE TABLE one (id int)')
    expect(await starts()).toMatchObject({ applied: ['20990101000000_one'] })
  })

  it('lets the application write new tables, and only add to those that only grow', async () => {
    comes(
      '20990101000000_grow',
      `CREATE TABLE one (id int); CREATE TABLE two (id int); COMMENT ON TABLE two IS 'append-only'`,
    )
    await starts()
    const app = new Client({ connectionString: database.appUrl })
    await app.connect()
    await app.query('INSERT INTO one VALUES (1); UPDATE one SET id = 2; DELETE FROM one; INSERT INTO two VALUES (1)')
    await expect(app.query('UPDATE two SET id = 2')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('DELETE FROM two')).rejects.toMatchObject({ code: '42501' })
    await app.end()
  })

  it('refuses a database that is newer than the code', async () => {
    comes('20990101000000_one', 'CREATE TABLE one (id int)')
    await starts()
    rmSync(join(folder, '20990101000000_one'), { recursive: true })
    await expect(starts()).rejects.toThrow(
      'The database is newer than this Entente (it has the migration 20990101000000_one): start the newer version.',
    )
  })

  it('refuses a migration that was edited after it was applied', async () => {
    comes('20990101000000_one', 'CREATE TABLE one (id int)')
    await starts()
    comes('20990101000000_one', 'CREATE TABLE one (id bigint)')
    await expect(starts()).rejects.toThrow('The migration 20990101000000_one was edited after it was applied')
  })
})

describe('Demonstration data that was left half-loaded', () => {
  it('is taken away at the next start, which begins anew', async () => {
    const killed = await beginStart(database)
    await killed.mark('loading')
    await owner.query('CREATE TABLE remains (id int)')
    await killed.done()

    const next = await beginStart(database)
    expect(await next.content()).toBe('nothing')
    await starts()
    await next.done()
    expect(await tables('remains', 'users')).toEqual(['users'])
  })
})
