import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts'
import { livingPostmaster } from './process.ts'

/** A PostgreSQL for tests and scripts: fast because it may lose data, and gone, files and all, after `stop`. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-throwaway-'))
  // An unprivileged PostgreSQL must be able to pass through (where user namespaces are missing).
  chmodSync(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir, throwaway: true })
  clearAfterThisProcess(dataDir)
  const stop = async (): Promise<void> => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...postgres, stop }
}

/** A test run that is cut off cannot clear up: a shell that outlives it does, within seconds. */
function clearAfterThisProcess(dataDir: string): void {
  const postmaster = livingPostmaster(join(dataDir, 'postgres'))
  const script = `
    while kill -0 "$1" && [ -d "$3" ]; do sleep 1; done
    [ -d "$3" ] && kill -INT "$2" && sleep 2
    rm -rf "$3"`
  const args = ['-c', script, 'clear', String(process.pid), String(postmaster), dataDir]
  spawn('sh', args, { detached: true, stdio: 'ignore' }).unref()
}
