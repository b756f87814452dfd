import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive, livingPostmaster, stopPostmaster } from './postgres-process.ts'

const PREFIX = 'entente-throwaway-'

/** A PostgreSQL for tests and scripts: fast because it may lose data, and gone, files and all, after `stop`. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  await sweepAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // An unprivileged PostgreSQL must be able to pass through (where user namespaces are missing).
  chmodSync(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir, throwaway: true })
  const stop = async (): Promise<void> => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...postgres, stop }
}

/** A killed test run cannot clean up after itself: the next one does it. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (Number.isNaN(maker) || isAlive(maker)) continue
    const dataDir = join(tmpdir(), name)
    const postmaster = livingPostmaster(join(dataDir, 'postgres'))
    if (postmaster !== null) await stopPostmaster(postmaster)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
