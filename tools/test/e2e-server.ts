import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The server of the end-to-end tests: the real one, with demonstration data, in a folder of its own that goes with it.
const dataDir = mkdtempSync(join(tmpdir(), 'entente-e2e-'))
const settings = {
  DATA_DIR: dataDir,
  HOST: '127.0.0.1',
  DEMO: 'auto',
  PUBLIC_URL: '',
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
}
const server = spawn(process.execPath, [fileURLToPath(new URL('../../apps/api/src/server.ts', import.meta.url))], {
  env: { ...process.env, ...settings },
  // Its channel closes with this process, and then it stops too.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal))
// Playwright, when it is asked to end, leaves its servers alone.
const parent = process.ppid
setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 1000).unref()
server.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 1)
})
