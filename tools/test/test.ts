import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, installChromium } from './chromium.ts'

// Runs all that must pass, each suite to its end, and sums up in the last line: `N passed, N failed`.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

type Count = { passed: number; failed: number }
type Finished = { status: number; output: string }

let running: ChildProcess | null = null
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    running?.once('exit', () => process.exit(1))
    if (!running?.kill(signal)) process.exit(1)
  })
}

/** Runs a program of this Node and shows what it prints. */
async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  running = child
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    process.stdout.write(chunk)
  })
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  running = null
  return { status, output }
}

/** A suite that ends badly without naming a failed test (it did not start, or ran nothing) is one failure. */
const withStatus = ({ passed, failed }: Count, ended: boolean): Count => ({
  passed,
  failed: failed === 0 && !ended ? 1 : failed,
})

async function checks(): Promise<Count> {
  const { status, output } = await run(['tools/checks/check.ts'])
  const lines = (mark: string) => output.split('\n').filter((line) => line.startsWith(`${mark} `)).length
  return withStatus({ passed: lines('✓'), failed: lines('✗') }, status === 0)
}

async function unitAndApiTests(folder: string): Promise<Count> {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters])
  const { numPassedTests = 0, numFailedTests = 0 } = numbersIn(report, [])
  return withStatus({ passed: numPassedTests, failed: numFailedTests }, status === 0 && numPassedTests > 0)
}

async function endToEndTests(folder: string): Promise<Count> {
  const report = join(folder, 'playwright.json')
  const { status } = await run(['node_modules/@playwright/test/cli.js', 'test'], { E2E_REPORT: report })
  const { expected = 0, unexpected = 0, flaky = 0 } = numbersIn(report, ['stats'])
  return withStatus({ passed: expected, failed: unexpected + flaky }, status === 0 && expected > 0)
}

/** The numbers of a JSON report, at the given place; none when there is no such report. */
function numbersIn(path: string, place: string[]): Record<string, number> {
  if (!existsSync(path)) return {}
  let found: unknown = JSON.parse(readFileSync(path, 'utf8'))
  for (const key of place) found = new Map(Object.entries(found ?? {})).get(key)
  return Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => typeof value === 'number'))
}

const suites = [
  { name: 'checks', suite: checks },
  { name: 'unit, page and API tests', suite: unitAndApiTests },
  { name: 'end-to-end tests', suite: endToEndTests },
]

async function main(): Promise<void> {
  if (findChromium() === null) installChromium()
  if (findChromium() === null) {
    console.error(
      'No Chromium or Google Chrome was found for the end-to-end tests: install one, or name it in CHROMIUM_PATH.',
    )
    process.exit(1)
  }
  const folder = mkdtempSync(join(tmpdir(), 'entente-test-'))
  const total: Count = { passed: 0, failed: 0 }
  const times: string[] = []
  for (const { name, suite } of suites) {
    const startedAt = performance.now()
    const { passed, failed } = await suite(folder)
    times.push(`${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`)
    total.passed += passed
    total.failed += failed
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(times.join(', '))
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

await main()
