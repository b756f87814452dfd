import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAlive, livingPostmaster, stopPostmaster } from '@entente/postgres/process'
import { freePort } from '@entente/postgres/free-port'

const SERVER = fileURLToPath(new URL('../../apps/api/src/server.ts', import.meta.url))

/** A server that a drill has started; `output` is what it has said so far. */
export type DrilledServer = {
  url: string
  process: ChildProcess
  output: () => string
  /** Waits until it has said something; fails when it ends before. */
  says: (text: string) => Promise<void>
  /** Sends a signal and waits until the process is gone; returns its exit code. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** How a superuser furnishes a database: as a replica writes what others checked, envelopes with their ceilings. */
export const asReplica = '-c session_replication_role=replica'

/** A data folder and a port on which servers are started, stopped and killed, one after the other. */
export class Drill {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'entente-drill-'))
  private readonly started: ChildProcess[] = []
  private readonly serverFile: string

  constructor(serverFile = SERVER) {
    this.serverFile = serverFile
  }

  /** Starts the real server, without demonstration data, and waits until it is ready. */
  async start(settings: NodeJS.ProcessEnv = {}): Promise<DrilledServer> {
    const port = settings.PORT ?? String(await freePort())
    const server = this.launch({ ...settings, PORT: port })
    await server.says('Entente is ready')
    return server
  }

  /** Starts a server that is expected to refuse; returns its exit code and all it said. */
  async refusal(settings: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
    const server = this.launch(settings)
    const [code] = (await once(server.process, 'close')) as [number | null]
    return { code, said: server.output().trim() }
  }

  /** The PostgreSQL that works on the data folder, if any does. */
  postmaster(): number | null {
    return livingPostmaster(join(this.dataDir, 'postgres'))
  }

  setupToken(): string {
    return readFileSync(join(this.dataDir, 'setup-token'), 'utf8')
  }

  async clear(): Promise<void> {
    for (const child of this.started) child.kill('SIGKILL')
    const postmaster = this.postmaster()
    if (postmaster !== null && isAlive(postmaster)) await stopPostmaster(postmaster)
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Starts a server and waits for nothing. */
  launch(settings: NodeJS.ProcessEnv): DrilledServer {
    const port = settings.PORT ?? '0'
    const env = { ...process.env, DATA_DIR: this.dataDir, HOST: '127.0.0.1', DEMO: 'never', ...settings, PORT: port }
    const child = spawn(process.execPath, [this.serverFile], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.started.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const gone = () => child.exitCode !== null || child.signalCode !== null
    const says = async (text: string): Promise<void> => {
      while (!output.includes(text)) {
        if (gone()) throw new Error(`The server has ended:\n${output}`)
        await Promise.race([once(child, 'exit'), once(child.stdout, 'data'), once(child.stderr, 'data')])
      }
    }
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal)
      if (!gone()) await once(child, 'exit')
      return child.exitCode
    }
    return { url: `http://127.0.0.1:${port}`, process: child, output: () => output, says, end }
  }
}
