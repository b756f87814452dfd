import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.ts'

const role = z.object({ user: z.string(), password: z.string() })
const postgresAccess = z.object({ port: z.int(), superuser: role, owner: role, app: role })

/** Port and roles of the embedded PostgreSQL, remembered in the data folder for the next start. */
export type PostgresAccess = z.infer<typeof postgresAccess>

/** Reads what an earlier start has remembered, or makes new random passwords and remembers them (mode 600). */
export async function rememberedAccess(dataDir: string, clusterExists: boolean): Promise<PostgresAccess> {
  const path = accessFile(dataDir)
  if (existsSync(path)) return postgresAccess.parse(JSON.parse(readFileSync(path, 'utf8')))
  if (clusterExists)
    throw new StartError(`DATA_DIR ${dataDir} holds a database, but ${path} with its passwords is missing.`)
  const named = (user: string) => ({ user, password: randomBytes(24).toString('base64url') })
  const access = {
    port: await freePort(),
    superuser: named('postgres'),
    owner: named('entente_owner'),
    app: named('entente_app'),
  }
  remember(dataDir, access)
  return access
}

/** Writes the whole file or none of it: a half-written one would lock everybody out of the database. */
export function remember(dataDir: string, access: PostgresAccess): void {
  const path = accessFile(dataDir)
  writeFileSync(`${path}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** A loopback port nobody listens on: the wanted one when it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  const port = await new Promise<number | null>((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
  return port ?? (await freePort())
}

const accessFile = (dataDir: string): string => join(dataDir, 'postgres.json')
