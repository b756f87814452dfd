import { expect, type Page } from '@playwright/test'
import { draw, touch } from '../support/touch.ts'
import { register, settled, signInAs, test } from '../support/world.ts'

type Board = { columns: { id: string; cards: { id: string; title: string; version: number }[] }[] }
const inFirst = 130
const inSecond = 40

/** The title of the card at this place of a column, from its end when below zero. */
const titleAt = (column: Board['columns'][number] | undefined, place: number) => column?.cards.at(place)?.title ?? ''

const boardOf = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/v1/programs/${id}/board`)).json()) as Board

/** A board with more cards than are ever in the page at once. */
const fill = async (page: Page) => {
  const { program } = await register(page, 'Grand tableau')
  const add = async (title: string, columnId?: string) => {
    const data = { title, type: 'other', columnId }
    expect((await page.request.post(`/api/v1/programs/${program.id}/activities`, { data })).status()).toBe(201)
  }
  await add('Fiche 1')
  const { columns } = await boardOf(page, program.id)
  for (let at = 2; at <= inFirst; at += 1) await add(`Fiche ${at}`)
  for (let at = 1; at <= inSecond; at += 1) await add(`Dossier ${at}`, columns[1]?.id)
  return program.id
}
let filled: Promise<string> | undefined

const card = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const spoken = (page: Page) => page.locator('output[aria-live="polite"][aria-atomic]')
const inPage = (page: Page) => page.locator('[data-card-id]')
const frames = '[data-card-id] > [tabindex]'

const open = async (page: Page) => {
  await signInAs(page, 'coordinator')
  const id = await (filled ??= fill(page))
  await page.goto(`/programs/${id}/activities`)
  await settled(page)
  expect(await inPage(page).count()).toBeLessThan(inFirst)
  return id
}

test.describe('A board of which only a part is in the page', () => {
  test('is walked by keys to the end of a column, and a card is moved there', async ({ page }) => {
    const id = await open(page)
    const { columns } = await boardOf(page, id)
    const [title, last, lastThere] = [titleAt(columns[0], 0), titleAt(columns[0], -1), titleAt(columns[1], -1)]
    await card(page, title).focus()
    await page.keyboard.press('End')
    await expect(card(page, last)).toBeFocused()
    await expect(card(page, last)).toBeInViewport()
    await page.keyboard.press('Home')
    await expect(card(page, title)).toBeFocused()

    const total = inSecond + 1
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await expect(spoken(page)).toContainText(`En cours, position ${total} sur ${total}`)
    await expect(card(page, title)).toBeFocused()
    await expect(card(page, lastThere)).toBeInViewport()
    await page.keyboard.press('Space')
    await expect(spoken(page)).toContainText(`déposée dans En cours, position ${total} sur ${total}`)
    const there = column(page, 'En cours')
      .getByRole('listitem')
      .filter({ has: card(page, title) })
    await expect(there).toHaveAttribute('aria-posinset', String(total))
    await expect(there).toHaveAttribute('aria-setsize', String(total))
    await expect(card(page, title)).toBeFocused()
    await expect.poll(async () => titleAt((await boardOf(page, id)).columns[1], -1)).toBe(title)
  })

  test('is searched as a whole, however fast one types', async ({ page }) => {
    await open(page)
    await page.getByRole('searchbox').pressSequentially('Fiche 117')
    await expect(page.getByRole('searchbox')).toHaveValue('Fiche 117')
    await expect(card(page, 'Fiche 117')).toBeVisible()
    await expect(inPage(page)).toHaveCount(1)
  })

  test('scrolls under a card that is dragged to the edge of the window', async ({ page }) => {
    const id = await open(page)
    const title = titleAt((await boardOf(page, id)).columns[0], 1)
    const box = await card(page, title).boundingBox()
    if (box === null) throw new Error(`${title} is not on the screen`)
    await page.mouse.move(box.x + 30, box.y + 15)
    await page.mouse.down()
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 4 })
    await page.mouse.move(box.x + 40, (page.viewportSize()?.height ?? 0) - 15, { steps: 8 })
    await expect.poll(() => page.evaluate('scrollY'), { timeout: 20_000 }).toBeGreaterThan(2500)
    await page.mouse.move(box.x + 40, 400, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByRole('button', { name: `Annuler : ${title}` })).toBeEnabled()
    await expect
      .poll(async () => (await boardOf(page, id)).columns[0]?.cards.findIndex((one) => one.title === title))
      .toBeGreaterThan(20)
  })

  // As wide as the board, and narrower: there it scrolls sideways in a box of its own.
  for (const width of [1440, 1000])
    test(`keeps the heads of its columns and the focused card in sight, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 })
      await open(page)
      const cards = column(page, 'À faire').locator(frames)
      await cards.first().focus()
      await page.keyboard.press('End')
      await expect(cards.last()).toBeInViewport()
      const heads = () =>
        page.evaluate(() => {
          const [bar, head] = ['header', 'section[data-cell] > header'].map((at) => document.querySelector(at))
          return [bar?.getBoundingClientRect().bottom, head?.getBoundingClientRect().top].map((at) =>
            Math.round(at ?? -1),
          )
        })
      await expect.poll(async () => (await heads()).every((edge, _, [bar]) => edge === bar && edge > 0)).toBe(true)
      for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowUp')
      const focused = await page.locator(':focus').boundingBox()
      const head = await column(page, 'À faire').getByRole('heading').boundingBox()
      expect(focused?.y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0))
    })

  test('shows what another moves far out of sight as soon as one looks there', async ({ page, browser, baseURL }) => {
    const id = await open(page)
    const { columns } = await boardOf(page, id)
    const moved = columns[0]?.cards[2]
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const other = await context.newPage()
    await signInAs(other, 'analyst')
    await other.request.post(`/api/v1/activities/${moved?.id}/move`, {
      data: { columnId: columns[1]?.id },
      headers: { 'if-match': `"${moved?.version}"` },
    })
    await expect(card(page, moved?.title ?? '')).toHaveCount(0)
    await column(page, 'En cours').locator(frames).first().focus()
    await page.keyboard.press('End')
    await expect(card(page, moved?.title ?? '')).toBeFocused()
    await context.close()
  })
})

test.describe('Such a board by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 700 } })

  test('scrolls, and moves no card', async ({ page }) => {
    const id = await open(page)
    const before = await boardOf(page, id)
    const finger = await page.context().newCDPSession(page)
    const box = await page.locator(frames).first().boundingBox()
    const start = { x: (box?.x ?? 0) + 30, y: 650 }
    for (let turn = 0; turn < 3; turn += 1) {
      await touch(finger, 'touchStart', start)
      await draw(finger, start, { x: 0, y: -600 })
      await touch(finger, 'touchEnd')
    }
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(600)
    await expect(page.locator('[data-lifted]')).toHaveCount(0)
    const inSight = (cards: Element[]) =>
      cards.filter((one) => one.getBoundingClientRect().top > 100 && one.getBoundingClientRect().bottom < 700).length
    await expect.poll(() => page.locator(frames).evaluateAll(inSight)).toBeGreaterThan(4)
    expect(await boardOf(page, id)).toEqual(before)
  })
})
