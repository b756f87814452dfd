import { expect, type Page } from '@playwright/test'
import { dayFromNow, settled, signInAs, test, type Who } from '../support/world.ts'

const today = dayFromNow(0)
/** The last fiscal year that has ended. */
const ended = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 2 : 1)
const name = new RegExp(`Argent.*${ended}.${ended + 1}`)

const goTo = async (page: Page, who: Who, path: string) => {
  await signInAs(page, who)
  await page.goto(path)
  await settled(page)
}

/** Confirms what waits for this reason: under the ceilings of the approvals, or where it is told. */
const confirm = async (page: Page, reason: string, action: RegExp, place = '/approvals') => {
  await goTo(page, 'executive', place)
  await page.getByRole('row').filter({ hasText: reason }).getByRole('button', { name: 'Décider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: action }).click()
  await expect(dialog).toHaveCount(0)
}

test('What is left of a year is carried over by two people, and taken back by two', async ({ page }) => {
  await goTo(page, 'manager', `/year-end?fiscalYear=${ended}`)
  const envelope = page
    .getByRole('region', { name: /Ce qui reste/ })
    .getByRole('row')
    .filter({ hasText: name })
  const before = await envelope.innerText()

  await page.getByRole('button', { name: 'Proposer les reports' }).click()
  const proposing = page.getByRole('dialog', { name: 'Proposer les reports' })
  await proposing.getByRole('button', { name: /^Ne pas reporter : Jours/ }).click()
  await proposing.getByLabel(/^À reporter/).fill('125.50')
  await proposing.getByLabel('Motif').fill('Factures attendues d’essai')
  await proposing.getByRole('button', { name: 'Proposer 1 report' }).click()
  await expect(proposing).toHaveCount(0)
  const carried = page.getByRole('region', { name: /Reports de cet exercice/ }).getByRole('row')
  const mine = carried.filter({ hasText: 'Factures attendues d’essai' })
  await expect(mine).toContainText('À confirmer')
  await expect(envelope).toContainText(/125,50/)

  await confirm(page, 'Factures attendues d’essai', /^Confirmer .*125,50/)
  await goTo(page, 'manager', `/year-end?fiscalYear=${ended}`)
  await expect(mine).toContainText('Confirmé')

  await mine.getByRole('button', { name: 'Défaire' }).click()
  const taking = page.getByRole('dialog', { name: /^Défaire/ })
  await taking.getByLabel('Motif').fill('Aucune facture d’essai attendue')
  await taking.getByRole('button', { name: /^Proposer de défaire/ }).click()
  await expect(taking).toHaveCount(0)
  await expect(mine).toContainText('propose de le défaire')
  await confirm(page, 'Aucune facture d’essai attendue', /^Confirmer/, `/year-end?fiscalYear=${ended}`)
  await goTo(page, 'manager', `/year-end?fiscalYear=${ended}`)
  await expect(mine).toContainText('Défait par')
  expect(await envelope.innerText()).toBe(before)
})
