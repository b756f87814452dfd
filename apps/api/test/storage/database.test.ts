import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'

describe('The role of the application', () => {
  let database: FreshDatabase
  let app: Client
  beforeAll(async () => {
    database = await freshDatabase()
    app = new Client({ connectionString: database.appUrl })
    await app.connect()
  })
  afterAll(async () => {
    await app.end()
    await database.drop()
  })

  it.each([
    ['create a table', 'CREATE TABLE stray (id int)'],
    ['create a temporary table', 'CREATE TEMP TABLE stray (id int)'],
    ['read the migration history', 'SELECT * FROM _prisma_migrations'],
    ['create a role', 'CREATE ROLE stray'],
  ])('may not %s', async (_, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('may not become the owner', async () => {
    const statement = `SET ROLE ${new URL(database.ownerUrl).username}`
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('is no superuser and owns nothing', async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,
         (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owned: 0 }])
  })
})
