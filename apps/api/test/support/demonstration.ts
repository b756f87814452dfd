import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { seedDemo } from '../../../../prisma/seed/index.ts'
import { demoPassword, personas } from '../../../../prisma/seed/people/personas.ts'
import { buildApp } from '../../src/app.ts'
import { settableClock } from '../../src/platform/database/clock.ts'
import { type Database, openDatabase } from '../../src/platform/database/client.ts'
import { clientOf } from './client.ts'
import { freshDatabase } from './database.ts'
import { start } from './world.ts'

const settle = async () => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'entente-seed-'))
  await seedDemo({ databaseUrl: database.appUrl, dataDir }, () => undefined)
  const { clock } = settableClock(start)
  const options = { databaseUrl: database.appUrl, dataDir, demo: true, publicUrl: null, webRoot: null, clock }
  const app = await buildApp({ ...options, logLevel: 'error' })
  await app.ready()
  return { database, dataDir, app, db: openDatabase(database.appUrl) }
}

/** The demonstration portfolio, played into a database of its own for a test file, and its people. */
export const useDemonstration = () => {
  let setting: Awaited<ReturnType<typeof settle>> | null = null
  const here = () => {
    if (setting === null) throw new Error('The demonstration begins with the first test')
    return setting
  }
  beforeAll(async () => {
    setting = await settle()
  }, 240_000)
  afterAll(async () => {
    const { app, db, database, dataDir } = here()
    await app.close()
    await db.$disconnect()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return {
    get db(): Database {
      return here().db
    },
    get app() {
      return here().app
    },
    /** One of its people, signed in. */
    as: async (name: keyof typeof personas) => {
      const { app } = here()
      const payload = { email: personas[name].email, password: demoPassword }
      const { cookies } = await app.inject({ method: 'POST', url: '/api/v1/session', payload })
      const session = { cookie: `${cookies[0]?.name}=${cookies[0]?.value}` }
      return clientOf(
        () => app,
        () => Promise.resolve(session),
      )
    },
  }
}
