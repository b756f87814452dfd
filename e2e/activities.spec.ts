import { expect, type Page } from '@playwright/test'
import { draw, touch } from './support/touch.ts'
import { dayFromNow, expectAccessible, programOf, settled, signInAs, test } from './support/world.ts'

type Board = { columns: { id: string; name: string; cards: { id: string; title: string; version: number }[] }[] }

/** A program of its own for a test, with its board and these cards in the first column. */
const boardWith = async (page: Page, reference: string, titles: string[]) => {
  const id = await programOf(page.request, reference)
  for (const title of titles)
    await page.request.post(`/api/v1/programs/${id}/activities`, { data: { title, type: 'other' } })
  const board = (await (await page.request.get(`/api/v1/programs/${id}/board`)).json()) as Board
  return { id, board }
}

const card = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const spoken = (page: Page) => page.locator('output[aria-live="polite"][aria-atomic]')

const open = async (page: Page, id: string) => {
  await page.goto(`/programs/${id}/activities`)
  await settled(page)
}

test('A card is moved, undone and redone by keys alone, each step said and kept', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const { id } = await boardWith(page, 'PCI-2026-002', ['Au clavier'])
  await open(page, id)
  await card(page, 'Au clavier').focus()
  await page.keyboard.press('Space')
  await expect(spoken(page)).toContainText('saisie')
  await page.keyboard.press('ArrowRight')
  await expect(spoken(page)).toContainText('En cours')
  await page.keyboard.press('Space')
  await expect(spoken(page)).toContainText('déposée dans En cours')
  await expect(column(page, 'En cours').getByRole('group', { name: 'Au clavier' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Annuler : Au clavier/ })).toBeEnabled()
  await page.keyboard.press('Control+z')
  await expect(spoken(page)).toContainText('Annulé : Au clavier')
  await expect(column(page, 'À faire').getByRole('group', { name: 'Au clavier' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(spoken(page)).toContainText('Rétabli : Au clavier')
  await open(page, id)
  await expect(column(page, 'En cours').getByRole('group', { name: 'Au clavier' })).toBeVisible()
})

test.describe('By touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 700 } })

  test('a held card moves to another column, and a scroll of 600 px moves none', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const { id } = await boardWith(page, 'PCI-2026-008', ['Au doigt', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq'])
    await open(page, id)
    const finger = await page.context().newCDPSession(page)
    const scrolled = card(page, 'Trois')
    await scrolled.scrollIntoViewIfNeeded()
    const start = await middleOf(page, 'Trois')
    await touch(finger, 'touchStart', start)
    await draw(finger, start, { x: 0, y: -600 })
    await touch(finger, 'touchEnd')
    await expect(page.locator('[data-lifted]')).toHaveCount(0)
    await expect(column(page, 'À faire').getByRole('group')).toHaveCount(6)

    await card(page, 'Au doigt').scrollIntoViewIfNeeded()
    const from = await middleOf(page, 'Au doigt')
    const target = await column(page, 'En cours').boundingBox()
    await touch(finger, 'touchStart', from)
    await expect(page.locator('[data-lifted]')).toHaveCount(1)
    await draw(finger, from, { x: (target?.x ?? 0) + (target?.width ?? 0) / 2 - from.x, y: 0 })
    await touch(finger, 'touchEnd')
    await expect(column(page, 'En cours').getByRole('group', { name: 'Au doigt' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Annuler : Au doigt/ })).toBeEnabled()
    await open(page, id)
    await expect(column(page, 'En cours').getByRole('group', { name: 'Au doigt' })).toBeVisible()
  })
})

const middleOf = async (page: Page, name: string) => {
  const box = await card(page, name).boundingBox()
  if (box === null) throw new Error(`${name} is not on the screen`)
  return { x: box.x + box.width / 3, y: box.y + box.height / 2 }
}

test('Two people who change the same field see both values, and nothing typed is lost', async ({ page, browser }) => {
  await signInAs(page, 'coordinator')
  const { id, board } = await boardWith(page, 'PCI-2026-002', ['À deux'])
  const known = board.columns[0]?.cards.find(({ title }) => title === 'À deux')
  await page.goto(`/programs/${id}/activities?card=${known?.id}`)
  const drawer = page.getByRole('dialog', { name: 'À deux' })
  await drawer.getByLabel('Titre').fill('Mon titre')
  await drawer.getByLabel('Description').fill('Ma description')
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const other = await context.newPage()
  await signInAs(other, 'analyst')
  await other.request.patch(`/api/v1/activities/${known?.id}`, {
    data: { title: 'Leur titre', priority: 'urgent' },
    headers: { 'if-match': `"${known?.version}"` },
  })
  await drawer.getByRole('button', { name: 'Enregistrer' }).click()
  const conflict = page.getByRole('dialog', { name: /Deux personnes/ })
  await expect(conflict).toContainText('Mon titre')
  await expect(conflict).toContainText('Leur titre')
  await expectAccessible(page)
  await conflict.getByLabel('Le leur').check()
  await conflict.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  // Whatever the card is called by now: what was over the page has closed.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const kept = await (await page.request.get(`/api/v1/activities/${known?.id}`)).json()
  expect(kept).toMatchObject({ title: 'Leur titre', description: 'Ma description', priority: 'urgent' })
  await context.close()
})

test('Several cards are changed at once after a preview, and go back together', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const { id } = await boardWith(page, 'PCI-2026-007', ['Lot A', 'Lot B'])
  await open(page, id)
  const place = await card(page, 'Lot B').boundingBox()
  await page.getByRole('button', { name: 'Tableau', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Choisir plusieurs fiches' }).click()
  await page.getByLabel('Choisir « Lot A »').press('Space')
  // Nothing on the page makes room for it.
  expect(await card(page, 'Lot B').boundingBox()).toEqual(place)
  await page.getByLabel('Choisir « Lot B »').press('Space')
  await page.getByRole('button', { name: 'Modifier (2)' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modifier 2 fiches' })
  await dialog.getByLabel('Priorité').selectOption('urgent')
  await expect(dialog).toContainText('2 fiches changeront')
  await dialog.getByRole('button', { name: 'Modifier 2 fiches' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(card(page, 'Lot A')).toContainText('Urgente')
  await page.getByRole('button', { name: /^Annuler : 2 fiches/ }).click()
  await expect(card(page, 'Lot A')).not.toContainText('Urgente')
  await expect(card(page, 'Lot B')).not.toContainText('Urgente')
})

test('A card shows the resources asked for it, and whom it names finds it at home', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const { id, board } = await boardWith(page, 'PCI-2026-008', ['À financer'])
  const activityId = board.columns[0]?.cards.find(({ title }) => title === 'À financer')?.id
  await page.goto(`/programs/${id}/resources`)
  await settled(page)
  await page.getByRole('button', { name: 'Demander des ressources' }).first().click()
  await page.getByLabel('Activité').selectOption({ label: 'À financer' })
  await page.getByLabel('À quoi serviront ces ressources').fill('Un atelier de plus pour le second groupe.')
  await page.getByLabel('Nécessaires le').fill(dayFromNow(60))
  await page.getByLabel('Montant').fill('1200')
  await page.getByLabel('Ce que la ligne paie').fill('Location de la salle')
  await page.getByRole('button', { name: 'Garder en brouillon' }).click()
  await expect(page.getByText('Location de la salle')).toBeVisible()
  await page.goto(`/programs/${id}/activities?card=${activityId}`)
  await expect(page.getByRole('dialog', { name: 'À financer' }).getByRole('link', { name: /1.200.\$/ })).toBeVisible()

  const people = (await (await page.request.get('/api/v1/people')).json()) as {
    items: { id: string; roles: string[] }[]
  }
  const mentionIds = people.items.filter(({ roles }) => roles.includes('analyst')).map((person) => person.id)
  await page.request.post(`/api/v1/activities/${activityId}/comments`, { data: { body: 'Un avis ?', mentionIds } })
  await signInAs(page, 'analyst')
  await page.goto('/')
  const mentions = page.getByRole('region', { name: 'On vous a mentionné' })
  await expect(mentions).toContainText('Un avis ?')
  await mentions.getByRole('link', { name: /À financer/ }).click()
  await expect(page.getByRole('dialog', { name: 'À financer' })).toBeVisible()
})
