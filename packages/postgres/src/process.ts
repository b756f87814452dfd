import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 25

/** The postmaster that `postmaster.pid` names, if it is alive and really is the one of this folder. */
export function livingPostmaster(cluster: string): number | null {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  return Number.isInteger(pid) && isAlive(pid) && commandLine(pid).includes(`-D ${cluster} `) ? pid : null
}

/**
 * Removes a `postmaster.pid` that was left by a killed PostgreSQL. PostgreSQL does so itself unless another program
 * has been given the same process id since (usual in containers); call this only when `livingPostmaster` is null.
 */
export function removeStalePidFile(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Stops a postmaster: open transactions are rolled back and data is flushed; a hung one is stopped hard (it recovers). */
export async function stopPostmaster(pid: number, patienceMs = 7_000): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await endsWithin(pid, patience)) return
  }
}

async function endsWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(POLL_MS)) if (!isAlive(pid)) return true
  return false
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** A dead process that nobody has waited for still answers signals; in a container without an init it may do so for ever. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() + ' '
  }
}

/** Runs a program to its end and returns what it said. */
export async function run(
  program: { command: string; args: string[]; uid?: number; gid?: number },
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; output: string }> {
  const { command, args, ...user } = program
  const child = spawn(command, args, { ...user, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, output }))
  })
}
