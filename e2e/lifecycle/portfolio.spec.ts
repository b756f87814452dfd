import { expect, type Page } from '@playwright/test'
import { programOf, register, settled, signInAs, test } from '../support/world.ts'

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(name) })

test.describe('The portfolio board', () => {
  test('refuses a move that gates block, says which and leads to the field', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const { program } = await register(page, 'Refus au tableau')
    await page.goto('/programs')
    await settled(page)
    await card(page, program.reference)
      .getByRole('button', { name: /Déplacer/ })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Déplacer/ })
      .click()
    const panel = page.getByRole('dialog').filter({ hasText: 'P1-G3' })
    await expect(panel).toBeVisible()
    await panel.getByRole('link', { name: /deuxième personne/ }).click()
    await expect(page).toHaveURL(/\/request#verification$/)
  })

  test('refuses the same move by every door: mouse, keys, menu, dossier and API', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const { program } = await register(page, 'Cinq portes')
    const path = `/api/v1/programs/${program.id}`
    const moving = card(page, program.reference)
    const refused = async () => {
      const panel = page.getByRole('dialog').filter({ hasText: 'P1-G3' })
      await expect(panel).toBeVisible()
      await panel.getByRole('button', { name: 'Fermer' }).first().click()
      await expect(panel).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'Demande reçue' })).toContainText(program.reference)
    }
    await page.goto('/programs')
    await settled(page)

    await moving.scrollIntoViewIfNeeded()
    const [from, to] = [
      await moving.boundingBox(),
      await page.getByRole('region', { name: 'Recevabilité' }).boundingBox(),
    ]
    if (from === null || to === null) throw new Error('The card or the column is not drawn')
    await page.mouse.move(from.x + 20, from.y + 50)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, from.y + 60, { steps: 8 })
    await page.mouse.up()
    await refused()

    await moving.focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    await refused()

    await moving.getByRole('button', { name: /Déplacer/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Déplacer', exact: true }).click()
    await refused()

    const call = { data: { to: 'admissibility' }, headers: { 'idempotency-key': program.id } }
    const answer = await page.request.post(`${path}/transitions`, call)
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain('P1-G3')

    await page.goto(`/programs/${program.id}`)
    await settled(page)
    await page.getByRole('button', { name: /^Passer à/ }).click()
    const asked = page.getByRole('dialog').filter({ hasText: 'P1-G3' })
    await expect(asked.getByRole('button', { name: /^Passer à/ })).toBeDisabled()
    expect(await (await page.request.get(path)).json()).toMatchObject({ stage: 'received', version: 1 })
  })

  test('says why a stage passed cannot be undone, and what can be done instead', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.goto('/programs')
    await settled(page)
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await card(page, 'PCI-2026-014').focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    await expect(page.getByRole('region', { name: 'Analyse' })).toContainText('PCI-2026-014')
    await expect(page.locator('[data-pending]')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    const notice = page.getByRole('alert')
    await expect(notice).toContainText('PCI-2026-014 reste à l’étape « Analyse »')
    await expect(page.getByRole('region', { name: 'Analyse' })).toContainText('PCI-2026-014')
    await notice.getByRole('link', { name: 'Ouvrir PCI-2026-014' }).click()
    await expect(page).toHaveURL(/\/programs\/[0-9a-f-]{36}$/)
  })

  test('shows another person’s move without a reload', async ({ page, browser, baseURL }) => {
    await signInAs(page, 'coordinator')
    const { id, program } = await register(page, 'Vu par une autre')
    await page.goto('/programs')
    await settled(page)
    await expect(card(page, program.reference)).toContainText('P1-G3')
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const other = await context.newPage()
    await signInAs(other, 'analyst2')
    await other.request.post(`/api/v1/requests/${id}/verification`, {
      data: { method: 'callback', note: 'Confirmée par un appel au secrétariat.' },
    })
    await expect(card(page, program.reference)).not.toContainText('P1-G3')
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    await context.close()
  })
})

test.describe('The activity board', () => {
  test('moves a card by keyboard alone and keeps it there', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const programId = await programOf(page.request, 'PCI-2026-004')
    await page.goto(`/programs/${programId}/activities`)
    await settled(page)
    const coaching = card(page, 'Accompagnement à distance')
    await coaching.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    const column = page.getByRole('region', { name: /En attente de l’hôte/ })
    await expect(column.getByRole('group', { name: /Accompagnement à distance/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Annuler : Accompagnement/ })).toBeEnabled()
    await page.reload()
    await settled(page)
    await expect(column.getByRole('group', { name: /Accompagnement à distance/ })).toBeVisible()
  })
})
