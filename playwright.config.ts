import { defineConfig } from '@playwright/test'
import { freePort } from './packages/postgres/src/free-port.ts'
import { findChromium } from './tools/test/chromium.ts'

// Every worker reads this file again: the port is chosen once and inherited.
process.env.E2E_PORT ??= String(await freePort())
const port = process.env.E2E_PORT
const baseURL = `http://127.0.0.1:${port}`

// Chromium makes no connection of its own; as root it can only run without its sandbox.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
// A page lives for seconds here: to optimize its code costs more than it saves.
const lean = [...quiet, '--js-flags=--no-opt --no-maglev']
const args = process.getuid?.() === 0 ? [...lean, '--no-sandbox'] : lean
const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    baseURL,
    actionTimeout: 20_000,
    // Neither UTC nor the institution's.
    timezoneId: 'Asia/Kathmandu',
    launchOptions: { args, ...(executablePath !== null && { executablePath }) },
    screenshot: 'only-on-failure',
    // A trace of every test costs more than the tests themselves.
    trace: 'off',
  },
  // Tests run in French, the language of most of the house; those that say @en, in English.
  projects: [
    { name: 'fr', grepInvert: /@en\b/, use: { locale: 'fr-CA' } },
    { name: 'en', grep: /@en\b/, use: { locale: 'en-CA' } },
  ],
  webServer: {
    command: `exec "${process.execPath}" tools/test/e2e-server.ts`,
    url: `${baseURL}/ready`,
    env: { PORT: port },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
