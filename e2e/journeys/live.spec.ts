import { type Browser, expect, type Page } from '@playwright/test'
import { programOf, register, settled, signInAs, test, type Who } from '../support/world.ts'

// What counts here is where cards are, not how they travel there.
test.use({ reducedMotion: 'reduce' })

type Board = { columns: { id: string; name: string; cards: { id: string; title: string }[] }[] }

const readBoard = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/v1/programs/${id}/board`)).json()) as Board

/** A browser of its own: another person's machine. */
const deskOf = async (browser: Browser, baseURL: string | undefined, who: Who) => {
  const context = await browser.newContext({ locale: 'fr-CA', ...(baseURL !== undefined && { baseURL }) })
  const desk = await context.newPage()
  await signInAs(desk, who)
  return desk
}

const open = async (page: Page, id: string) => {
  await page.goto(`/programs/${id}/activities`)
  await settled(page)
}

/** What is on screen: the titles of each column, from top to bottom. */
const shown = (page: Page) =>
  page
    .locator('section[data-cell]')
    .evaluateAll((columns) =>
      columns.map((column) =>
        [...column.querySelectorAll('[role="group"]')].map((card) => card.getAttribute('aria-label')),
      ),
    )

const titlesOf = ({ columns }: Board) => columns.map(({ cards }) => cards.map(({ title }) => title))

/** In the page: so many random moves, a few under way at a time, each sent as the board sends its own. */
const moveAtRandom = async ({ board, seed, moves }: { board: Board; seed: number; moves: number }) => {
  let state = seed
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
  const columns = board.columns.map(({ id }) => id)
  const cards = board.columns.flatMap((column) => column.cards.map(({ id }) => id))
  const statuses: Record<string, number> = {}
  const send = async (card: string | undefined, place: object) => {
    const answer = await fetch(`/api/v1/activities/${card}/move`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ columnId: columns[below(columns.length)], ...place }),
    })
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    return answer.ok
  }
  const one = async () => {
    const card = cards[below(cards.length)]
    const neighbour = cards[below(cards.length)]
    const place = [{}, { before: neighbour }, { after: neighbour }][neighbour === card ? 0 : below(3)]
    // A neighbour that is in another column is refused: then last in its column.
    if (!(await send(card, place ?? {}))) await send(card, {})
  }
  const client = async () => {
    for (let made = 0; made < moves / 4; made += 1) await one()
  }
  await Promise.all([client(), client(), client(), client()])
  return statuses
}

test('Two browsers show one order after a thousand random moves made in both at once', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(360_000)
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-014')
  for (let card = 0; card < 24; card += 1)
    await page.request.post(`/api/v1/programs/${id}/activities`, { data: { title: `Fiche ${card}`, type: 'other' } })
  await open(page, id)
  const other = await deskOf(browser, baseURL, 'coordinator2')
  await open(other, id)
  const third = await other.context().newPage()
  await third.goto(`/programs/${id}`)
  await settled(third)
  const board = await readBoard(page, id)

  const moving = Promise.all([
    page.evaluate(moveAtRandom, { board, seed: 7, moves: 500 }),
    other.evaluate(moveAtRandom, { board, seed: 1_907, moves: 500 }),
  ])
  // Under so many changes, what a third person does still comes to its end.
  await third.getByRole('button', { name: 'Modifier', exact: true }).click()
  const edit = third.getByRole('dialog')
  await edit.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(edit).toHaveCount(0)
  await third.close()
  const outcomes = await moving

  const statuses = outcomes.flatMap((outcome) => Object.keys(outcome))
  expect(statuses.filter((status) => status !== '200' && status !== '400')).toEqual([])
  expect(outcomes.map((outcome) => outcome[200])).toEqual([500, 500])
  const kept = titlesOf(await readBoard(page, id))
  expect(kept.flat().toSorted()).toEqual(titlesOf(board).flat().toSorted())
  await expect.poll(() => shown(page)).toEqual(kept)
  await expect.poll(() => shown(other)).toEqual(kept)
  await other.context().close()
})

test('After a lost connection the board goes on without a reload, nothing missed', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-009')
  const other = await deskOf(browser, baseURL, 'coordinator2')
  await other.request.post(`/api/v1/programs/${id}/activities`, { data: { title: 'Avant la coupure', type: 'other' } })
  await open(page, id)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.context().setOffline(true)
  await other.request.post(`/api/v1/programs/${id}/activities`, { data: { title: 'Hors de vue', type: 'other' } })
  await page.context().setOffline(false)
  await expect(page.getByRole('group', { name: 'Hors de vue', exact: true })).toHaveCount(1)
  await other.request.post(`/api/v1/programs/${id}/activities`, { data: { title: 'De retour', type: 'other' } })
  await expect(page.getByRole('group', { name: 'De retour', exact: true })).toHaveCount(1)
  await expect(page.getByRole('group', { name: 'Avant la coupure', exact: true })).toHaveCount(1)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  await other.context().close()
})

test('Eight tabs of one person work, and each hears of a change', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-009')
  const other = await deskOf(browser, baseURL, 'coordinator2')
  const tabs = [page]
  while (tabs.length < 8) tabs.push(await page.context().newPage())
  await Promise.all(tabs.map((tab) => open(tab, id)))
  await other.request.post(`/api/v1/programs/${id}/activities`, { data: { title: 'Vue de huit', type: 'other' } })
  for (const tab of tabs) await expect(tab.getByRole('group', { name: 'Vue de huit', exact: true })).toBeVisible()
  await other.context().close()
})

test('What others save while one types neither is undone nor undoes what is typed', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'coordinator')
  const { id, program } = await register(page, 'Écrit à deux')
  const other = await deskOf(browser, baseURL, 'coordinator2')
  await page.goto(`/programs/${program.id}`)
  await settled(page)
  await page.getByRole('button', { name: 'Modifier', exact: true }).click()
  const edit = page.getByRole('dialog')
  await edit.getByLabel('Français').fill('Écrit par la première')
  const change = (path: string, data: object) =>
    other.request.patch(`/api/v1${path}`, { data, headers: { 'if-match': '"1"' } })
  expect(
    (await change(`/programs/${program.id}`, { title: { fr: 'Écrit par l’autre', en: 'By the other' } })).ok(),
  ).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Écrit par l’autre')
  await edit.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(edit.getByRole('alert')).toBeVisible()
  await expect(edit.getByLabel('Français')).toHaveValue('Écrit par la première')

  await page.goto(`/programs/${program.id}/request`)
  await settled(page)
  await page.getByRole('button', { name: 'Corriger' }).click()
  await page.getByLabel('Objet').fill('Objet de la première')
  expect((await change(`/requests/${id}`, { object: 'Objet de l’autre' })).ok()).toBe(true)
  await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Objet')).toHaveValue('Objet de la première')
  await other.context().close()
})
