import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const notesFile = fileURLToPath(new URL('page-notes.mjs', import.meta.url))

/** What `page-notes.mjs` notes in the page. */
export type Notes = { firstCard: number | null; longTasks: number; slowest: number; frames: number }

/** Has a page take notes, from its next document on. */
export const observed = async (page: Page) => {
  await page.addInitScript({ path: notesFile })
  return page
}

export const notesOf = (page: Page) => page.evaluate<Notes>('bench.notes')

/** Begins a new page of notes in the same document; gives the moment, as the page counts. */
export const afresh = (page: Page) => page.evaluate<number>('bench.afresh()')

/** Waits for the first cards; gives the moment, as the page counts. */
export const firstCards = (page: Page) => page.evaluate<number>('bench.firstCards()')

/** Frames a second that a page draws while something is done to it. */
export const framesDuring = async (page: Page, run: () => Promise<void>) => {
  const from = await afresh(page)
  await run()
  const { frames, until } = await page.evaluate<{ frames: number; until: number }>(
    '({ frames: bench.notes.frames, until: performance.now() })',
  )
  return (frames / (until - from)) * 1000
}
