import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from './free-port.ts'
import { errorCode, StartError } from './start-error.ts'

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
  return makeKnown(path, access)
}

/** Of two first starts at the same moment, both must know the passwords of the one that was first. */
function makeKnown(path: string, access: PostgresAccess): PostgresAccess {
  const draft = writeDraft(path, access)
  try {
    linkSync(draft, path)
    return access
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return postgresAccess.parse(JSON.parse(readFileSync(path, 'utf8')))
  } finally {
    rmSync(draft)
  }
}

/** Writes the whole file or none of it: a half-written one would lock everybody out of the database. */
export function remember(dataDir: string, access: PostgresAccess): void {
  const path = accessFile(dataDir)
  renameSync(writeDraft(path, access), path)
}

function writeDraft(path: string, access: PostgresAccess): string {
  const draft = `${path}.new-${process.pid}`
  writeFileSync(draft, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  return draft
}

const accessFile = (dataDir: string): string => join(dataDir, 'postgres.json')
