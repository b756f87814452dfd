import { expect, type Page } from '@playwright/test'
import { programOf, settled, signInAs, test } from '../support/world.ts'

/** What has the focus: nothing (the page itself), something hidden under something else, or an element one can see. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'lost'
    // A radio button drawn as a tab is seen as its label.
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    const drawn = element.getClientRects()[0]?.width ? element : (label ?? element)
    const box = drawn.getBoundingClientRect()
    const inside = (at: number, from: number, to: number) => Math.min(Math.max(at, from), to)
    const points = [0.5, 0.1, 0.9].map((share) => [
      inside(box.left + box.width * share, 0, innerWidth - 1),
      inside(box.top + box.height * share, 0, innerHeight - 1),
    ])
    const isSeen = points.some(([x = 0, y = 0]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (drawn.contains(top) || top.contains(drawn))
    })
    return isSeen ? 'seen' : `hidden: ${element.outerHTML.slice(0, 160)}`
  })

/** Tabs through the page from its start to its end; tells every stop that was not seen. */
const walk = async (page: Page, stops: number) => {
  const faults = new Set<string>()
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    // After its last stop a page gives the focus back to the browser.
    if (focus === 'lost') break
    if (focus !== 'seen') faults.add(focus)
  }
  return [...faults]
}

const said = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'said') as string[])
/** Keeps all that live regions and alerts say, from the first moment on. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const kept: string[] = []
    Object.assign(globalThis, { said: kept })
    const regions = '[aria-live], [role="status"], [role="alert"], output'
    const hear = (node: Node) => {
      const region = (node instanceof Element ? node : node.parentElement)?.closest(regions)
      const text = region?.textContent?.replaceAll('\u00a0', ' ').trim() ?? ''
      if (text !== '') kept.push(text)
    }
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver((changes) => new Set(changes.map(({ target }) => target)).forEach(hear)).observe(
        document.body,
        {
          childList: true,
          characterData: true,
          subtree: true,
        },
      ),
    )
  })

test.describe('The focus (A05)', () => {
  for (const width of [1440, 390])
    test(`is seen at every stop of a page ${width} px wide`, async ({ page }) => {
      await signInAs(page, 'coordinator')
      await page.setViewportSize({ width, height: 800 })
      for (const path of ['/programs', '/requests/new', `/programs/${await programOf(page.request, 'PCI-2026-004')}`]) {
        await page.goto(path)
        await settled(page)
        expect({ path, faults: await walk(page, 90) }).toEqual({ path, faults: [] })
      }
    })

  test('goes to the heading of a new page, and back to the button of a left dialog', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.goto('/')
    await settled(page)
    await page.getByRole('link', { name: 'Demandes' }).first().click()
    await settled(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.goto(`/programs/${await programOf(page.request, 'PCI-2026-004')}`)
    await settled(page)
    const edit = page.getByRole('button', { name: 'Modifier' }).first()
    await edit.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(edit).toBeFocused()
  })

  test('leaves one layer at a time by Escape, and no form in which something was typed', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.goto('/allocations')
    await settled(page)
    await page
      .getByRole('link', { name: /PCI-2026-004/ })
      .first()
      .click()
    const request = page.getByRole('dialog', { name: 'Demande de ressources' })
    const spend = request.getByRole('button', { name: 'Dépenser' }).first()
    const expense = page.getByRole('dialog', { name: 'Inscrire une dépense' })
    await spend.click()
    await expect(expense).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(expense).toHaveCount(0)
    await expect(request).toBeVisible()
    await spend.click()
    await expense.getByLabel(/Sans pièce/).fill('Le reçu a été perdu pendant le voyage')
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 400)
    await expect(expense.getByLabel(/Sans pièce/)).toHaveValue('Le reçu a été perdu pendant le voyage')
    await expense.getByRole('button', { name: 'Annuler' }).click()
    await expect(expense).toHaveCount(0)
    await expect(request).toBeVisible()
  })

  test('stays on a card that was moved by its menu, and the move is said once (A04)', async ({ page }) => {
    await listen(page)
    await signInAs(page, 'coordinator')
    const id = await programOf(page.request, 'PCI-2026-010')
    await page.request.post(`/api/v1/programs/${id}/activities`, { data: { title: 'Par le menu', type: 'other' } })
    await page.goto(`/programs/${id}/activities`)
    await settled(page)
    const card = page.getByRole('group', { name: 'Par le menu', exact: true })
    await card.getByRole('button', { name: /Déplacer/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/Colonne/).selectOption({ index: 1 })
    await dialog.getByRole('button', { name: /^Déplacer/ }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Annuler : Par le menu/ })).toBeEnabled()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-card-id]') !== null)).toBe(true)
    const moves = (await said(page)).filter((text) => text.includes('Par le menu'))
    expect(moves).toHaveLength(1)
    expect(moves[0]).toContain('déposée')
  })
})
