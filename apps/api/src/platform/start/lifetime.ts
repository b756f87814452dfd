import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '@entente/postgres/start-error'

const HARD_EXIT_MS = 10_000
const STEP_PATIENCE_MS = 3_000

/** What the start of a process may ask of its lifetime. */
export type Lifetime = {
  /** Does one step of the start, unless the process has been asked to stop. */
  step<Result>(action: () => Promise<Result>): Promise<Result>
  /** Something to stop when the process ends, after everything that was started later. */
  stopLater(stop: () => Promise<unknown>): void
  /** Ends the process, with a sentence, when something it cannot do without ends. */
  failWhen(event: Promise<void>, sentence: string): void
}

class Stopped extends Error {}

/**
 * Runs a server from start to end. SIGTERM, SIGINT, SIGHUP and the end of the parent process that has started it stop it: all that was
 * started is stopped in reverse order, once, within ten seconds. A start that fails does the same, and says why in a
 * sentence where one is known; the exit code is then not zero.
 */
export function runProcess(start: (life: Lifetime) => Promise<void>): void {
  const stops: (() => Promise<unknown>)[] = []
  let stopping = false
  const life: Lifetime = {
    step: async (action) => {
      if (stopping) throw new Stopped()
      return await action()
    },
    stopLater: (stop) => void stops.push(stop),
    failWhen: (event, sentence) => void event.then(() => end(1, new StartError(sentence))),
  }
  const started = start(life).catch((error: unknown) => {
    if (!(error instanceof Stopped)) void end(1, error)
  })
  const end = async (code: number, fault?: unknown): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code || 1), HARD_EXIT_MS).unref()
    if (fault !== undefined) tell(fault)
    // A short step under way ends first, so that what it starts is stopped too; a long one is cut off.
    if (fault === undefined) await Promise.race([started, wait(STEP_PATIENCE_MS)])
    for (const stop of stops.toReversed()) await stop().catch(tell)
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  process.on('disconnect', () => void end(0))
  // The terminal may be gone before the server is.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

function tell(fault: unknown): void {
  console.error(fault instanceof StartError ? fault.message : fault)
}
