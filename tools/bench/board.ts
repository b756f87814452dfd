import type { Browser, BrowserContext, Page } from '@playwright/test'
import { enter, launch } from './browser.ts'
import { afresh, firstCards, framesDuring, notesOf, observed } from './page.ts'
import { atLeast, atMost, type Measure, median } from './table.ts'
import type { BenchWorld } from './world.ts'

const turns = 5
const KiB = 1024

/** Some time in which what follows the first cards has come and been drawn. */
const quiet = (page: Page) => page.waitForTimeout(1500)

const frameAt = (page: Page, place: number) => page.locator('[data-card-id] > [tabindex]').nth(place)

/** Presses an arrow on the first card; done when another card has the focus. */
const usable = async (page: Page) => {
  await frameAt(page, 0).focus()
  await page.keyboard.press('ArrowDown')
  return page.evaluate<number>('bench.walked()')
}

/** Bytes of each kind that come over the wire: bodies, as they were sent. */
const weigh = (page: Page) => {
  const bytes = { script: 0, stylesheet: 0, font: 0 }
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind in bytes) bytes[kind as keyof typeof bytes] += Number(response.headers()['content-length'] ?? Number.NaN)
  })
  return bytes
}

type Load = { first: number; usable: number; blocked: number; heap: number } & ReturnType<typeof weigh>

/** Opens the board with nothing in the browser's cache. */
const coldLoad = async (world: BenchWorld, browser: Browser): Promise<Load> => {
  const context = await enter(world, browser, 'coordination')
  const page = await observed(await context.newPage())
  const bytes = weigh(page)
  // What a browser does for itself when it opens a window (its own first page, a second of work) is not ours.
  await quiet(page)
  await page.goto(`/programs/${world.programId}/activities`)
  const first = await firstCards(page)
  const answers = await usable(page)
  await quiet(page)
  const { longTasks } = await notesOf(page)
  const heap = await heapOf(context, page)
  await context.close()
  return { first, usable: answers, blocked: longTasks, heap, ...bytes }
}

const heapOf = async (context: BrowserContext, page: Page) => {
  const tools = await context.newCDPSession(page)
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  return usedSize / KiB / KiB
}

const loads = async (world: BenchWorld, browser: Browser): Promise<Measure[]> => {
  const all: Load[] = []
  for (let turn = 0; turn < turns; turn += 1) all.push(await coldLoad(world, browser))
  const middle = (name: keyof Load) => median(all.map((load) => load[name]))
  return [
    atMost('first cards, nothing in the cache', middle('first'), 900, 'ms'),
    atMost('usable: a card answers to a key', middle('usable'), 1200, 'ms'),
    atMost('long tasks, together', middle('blocked'), 300, 'ms'),
    atMost('heap', middle('heap'), 60, 'MiB'),
    atMost('JavaScript over the wire', middle('script') / KiB, 220, 'KiB'),
    atMost('CSS over the wire', middle('stylesheet') / KiB, 45, 'KiB'),
    atMost('fonts over the wire', middle('font') / 1000, 40, 'kB'),
  ]
}

/** From a program's first page to its board. */
const navigation = async (world: BenchWorld, page: Page): Promise<Measure> => {
  const all: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    await page.goto(`/programs/${world.programId}`)
    await quiet(page)
    const from = await afresh(page)
    await page.locator(`a[href$="${world.programId}/activities"]`).first().click()
    all.push((await firstCards(page)) - from)
  }
  return atMost('first cards, inside the app', median(all), 500, 'ms')
}

/** A hurried reader: three thousand pixels a second, down and up again. */
const scroll = async (page: Page) => {
  await page.mouse.move(700, 600)
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, turn % 100 < 75 ? 50 : -50)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
}

const drag = async (page: Page) => {
  const box = await frameAt(page, 1).boundingBox()
  if (box === null) throw new Error('There is no card to drag')
  await page.mouse.move(box.x + 40, box.y + 20)
  await page.mouse.down()
  for (let turn = 0; turn < 120; turn += 1)
    await page.mouse.move(box.x + 60 + turn * 6, box.y + 60 + Math.sin(turn / 8) * 150)
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** Keys, typing and clicks as people make them; gives the slowest answer that was painted. */
const interact = async (page: Page) => {
  await afresh(page)
  await frameAt(page, 0).focus()
  const keys = ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']
  for (const key of [...keys, 'Space', ...keys, 'Escape']) await page.keyboard.press(key)
  await page.getByRole('searchbox').first().pressSequentially('rencontre 3')
  await page.getByRole('searchbox').first().fill('')
  await frameAt(page, 2).locator('button').first().click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return (await notesOf(page)).slowest
}

const manners = async (world: BenchWorld, page: Page): Promise<Measure[]> => {
  const figures = { scrolled: [] as number[], dragged: [] as number[], slowest: [] as number[] }
  for (let turn = 0; turn < turns; turn += 1) {
    await page.goto(`/programs/${world.programId}/activities`)
    await firstCards(page)
    await quiet(page)
    figures.slowest.push(await interact(page))
    figures.dragged.push(await framesDuring(page, () => drag(page)))
    figures.scrolled.push(await framesDuring(page, () => scroll(page)))
  }
  return [
    atLeast('scrolling', median(figures.scrolled), 50, 'frames/s'),
    atLeast('dragging', median(figures.dragged), 50, 'frames/s'),
    atMost('interaction to next paint, the slowest', median(figures.slowest), 100, 'ms'),
  ]
}

/** What a person feels of a board of this size. */
export const boardMeasures = async (world: BenchWorld): Promise<Measure[]> => {
  const browser = await launch()
  try {
    const cold = await loads(world, browser)
    const context = await enter(world, browser, 'coordination')
    const page = await observed(await context.newPage())
    return [await navigation(world, page), ...cold, ...(await manners(world, page))]
  } finally {
    await browser.close()
  }
}
