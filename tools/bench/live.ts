import type { Page } from '@playwright/test'
import { enter, launch } from './browser.ts'
import { firstCards, observed } from './page.ts'
import { atMost, type Measure, median } from './table.ts'
import type { BenchWorld } from './world.ts'

const turns = 40

type Board = { columns: { id: string; cards: { id: string }[] }[] }

const opened = async (world: BenchWorld, page: Page) => {
  await page.goto(`/programs/${world.programId}/activities`)
  await firstCards(page)
  // The stream of what others do opens after the first cards.
  await page.waitForTimeout(2000)
  return page
}

/** One sends a move to the top of another column; told is when it was sent and when it was acknowledged. */
const move = (page: Page, cardId: string | undefined, columnId: string | undefined, before: string | undefined) =>
  page.evaluate<{ sent: number; acknowledged: number }>(`(async () => {
    const sent = performance.timeOrigin + performance.now()
    const answer = await fetch('/api/v1/activities/${cardId}/move', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: '${JSON.stringify({ columnId, before })}',
    })
    if (!answer.ok) throw new Error('A move was answered ' + answer.status)
    return { sent, acknowledged: performance.timeOrigin + performance.now() }
  })()`)

/** Two people have the same board open; what one moves, the other sees. */
const seen = async (world: BenchWorld, watcher: Page, mover: Page) => {
  const analyst = await world.signIn('analyse')
  const read = async () => (await analyst<Board>('GET', `/programs/${world.programId}/board`)).body.columns
  const fromSending: number[] = []
  const fromAnswer: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const columns = await read()
    const [from, to] = [columns[turn % 2], columns[(turn + 1) % 2]]
    const cardId = from?.cards[0]?.id
    const sight = watcher.evaluate<number>(`bench.seesIn('${cardId}', '${to?.id}')`)
    const { sent, acknowledged } = await move(mover, cardId, to?.id, to?.cards[0]?.id)
    const at = await sight
    fromSending.push(at - sent)
    fromAnswer.push(at - acknowledged)
    // As people do: one move, a pause, another.
    await watcher.waitForTimeout(300)
  }
  return { fromSending: median(fromSending), fromAnswer: median(fromAnswer) }
}

/** What it takes to see what others do. */
export const liveMeasures = async (world: BenchWorld): Promise<Measure[]> => {
  const browser = await launch()
  try {
    const pages = await Promise.all(
      ['coordination', 'analyse'].map(async (who) => {
        const context = await enter(world, browser, who)
        return opened(world, await observed(await context.newPage()))
      }),
    )
    const [watcher, mover] = pages
    if (watcher === undefined || mover === undefined) throw new Error('Two people are needed')
    const { fromSending, fromAnswer } = await seen(world, watcher, mover)
    return [
      atMost('another’s move seen, after it was acknowledged (median)', fromAnswer, 50, 'ms'),
      atMost('another’s move seen, after it was sent (median)', fromSending, 50, 'ms'),
    ]
  } finally {
    await browser.close()
  }
}
