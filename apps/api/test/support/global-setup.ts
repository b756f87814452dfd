import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { letReadOutside } from '../../src/platform/start/grants.ts'
import { migrate } from '../../src/platform/start/migrate.ts'
import { startThrowawayPostgres } from '@entente/postgres/throwaway'

/** The migrated database that `freshDatabase` copies, and the roles, as in production, that work on the copies. */
export type TestPostgres = { superuserUrl: string; ownerUrl: string; appUrl: string }

let stop: (() => Promise<void>) | undefined

/** Starts one PostgreSQL for all API tests (or borrows the one of TEST_DATABASE_URL) and migrates one database in it. */
export async function setup(): Promise<void> {
  const borrowed = process.env.TEST_DATABASE_URL
  const postgres = borrowed ? await borrowPostgres(borrowed) : await startThrowawayPostgres()
  stop = postgres.stop
  const { superuserUrl, ownerUrl, appUrl } = postgres
  try {
    await migrate({ ownerUrl, appUrl })
  } catch (error) {
    await teardown()
    throw error
  }
  // The workers inherit it.
  process.env.ENTENTE_TEST_POSTGRES = JSON.stringify({ superuserUrl, ownerUrl, appUrl })
}

/** Takes away whatever `setup` has started or made. */
export async function teardown(): Promise<void> {
  await stop?.()
}

/** Roles and a database of this run only, in a PostgreSQL that belongs to others. */
async function borrowPostgres(superuserUrl: string): Promise<TestPostgres & { stop: () => Promise<void> }> {
  const name = `entente_test_${process.pid}`
  const password = randomBytes(12).toString('hex')
  const roles = [`${name}_owner`, `${name}_app`]
  const superuser = new Client({ connectionString: superuserUrl })
  await superuser.connect()
  for (const role of roles) await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`)
  await superuser.query(
    `DO $$ BEGIN CREATE ROLE entente_outside NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  )
  await letReadOutside(superuser, roles[1] ?? '')
  await superuser.query(`CREATE DATABASE ${name} OWNER ${roles[0]} TEMPLATE template0 ENCODING 'UTF8'`)
  const urlFor = (role: string | undefined): string => {
    const url = new URL(superuserUrl)
    return Object.assign(url, { username: role, password, pathname: `/${name}` }).href
  }
  const stop = async (): Promise<void> => {
    await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    for (const role of roles) await superuser.query(`DROP ROLE IF EXISTS ${role}`)
    await superuser.end()
  }
  return { superuserUrl, ownerUrl: urlFor(roles[0]), appUrl: urlFor(roles[1]), stop }
}
