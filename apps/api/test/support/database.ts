import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { z } from 'zod'

/** The migrated database that is copied, and the roles, as in production, that work on the copies: from `global-setup.ts`. */
const testPostgres = z.object({ superuserUrl: z.string(), ownerUrl: z.string(), appUrl: z.string() })

export type FreshDatabase = { appUrl: string; ownerUrl: string; drop: () => Promise<void> }

/** A migrated, empty database of one test file, with the roles and rights of production; `drop` takes it away. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = testPostgres.parse(JSON.parse(process.env.ENTENTE_TEST_POSTGRES ?? 'null'))
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const { username: owner, pathname } = new URL(ownerUrl)
  const app = new URL(appUrl).username
  await asSuperuser(superuserUrl, [
    `CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${pathname.slice(1)}`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${app}`,
  ])
  return {
    appUrl: inDatabase(appUrl, name),
    ownerUrl: inDatabase(ownerUrl, name),
    drop: () => asSuperuser(superuserUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  }
}

async function asSuperuser(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inDatabase(url, 'postgres') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
