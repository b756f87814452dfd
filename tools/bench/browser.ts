import { type Browser, chromium } from '@playwright/test'
import { demoPassword } from '../../prisma/seed/people/personas.ts'
import type { BenchWorld } from './world.ts'
import { findChromium } from '../test/chromium.ts'

/** The browser of the tests; as root it only runs without its sandbox. */
export const launch = () => {
  const executablePath = findChromium()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ args, ...(executablePath !== null && { executablePath }) })
}

/** Someone signed in, in a browser that knows nothing yet. */
export const enter = async (world: BenchWorld, browser: Browser, who: string) => {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL: world.url, locale: 'fr-CA', viewport })
  const answer = await context.request.post('/api/v1/session', {
    data: { email: `${who}@demo.example`, password: demoPassword },
  })
  if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`)
  return context
}
