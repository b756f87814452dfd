import { expect } from '@playwright/test'
import { dayFromNow, settled, signInAs, test } from '../support/world.ts'

test('A need without a name is given to someone who has the days, and drawn as firm', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const [from, to] = [dayFromNow(7), dayFromNow(27)]
  await page.goto(`/capacity?tab=find&profile=Logistique&from=${from}&to=${to}&days=3`)
  await settled(page)
  await expect(page.getByText('Le besoin est couvert')).toBeVisible()
  await page.getByRole('button', { name: /Demander sans nommer/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Pour quoi faire').fill('Voyage de la délégation d’essai')
  await dialog.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(dialog).toHaveCount(0)

  await signInAs(page, 'manager2')
  await page.goto('/capacity?tab=bookings&state=asked')
  await settled(page)
  const row = page.getByRole('row', { name: /délégation d’essai/ })
  await row.getByRole('button', { name: /Décider/ }).click()
  await dialog.getByLabel('Qui le fera').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Rendre ferme' }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/capacity?tab=bookings&state=firm')
  await expect(page.getByRole('row', { name: /délégation d’essai/ })).toContainText('Frédérique Gauthier')
})

test('An election called by surprise leaves recalls to decide until it is withdrawn', async ({ page }) => {
  await signInAs(page, 'executive')
  await page.goto('/calendar')
  await settled(page)
  await page.getByRole('button', { name: 'Inscrire une élection' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Jour du scrutin').fill(dayFromNow(40))
  await dialog.getByLabel('État').selectOption('sudden')
  await dialog.getByLabel(/Circonscription/).fill('Val-d’Essai')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toHaveCount(0)
  const recalls = page.getByRole('region', { name: /Rappels à décider/ })
  await recalls
    .getByRole('button', { name: /Décider du rappel/ })
    .first()
    .click()
  await dialog.getByLabel('Motif').fill('Le scrutin partiel n’a pas besoin de cette fonction.')
  await dialog.getByText('Maintenir', { exact: true }).first().click()
  await dialog.getByRole('button', { name: 'Maintenir' }).click()
  await expect(recalls.getByText('Maintien', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: /Modifier : Élection partielle.*Val-d’Essai/ }).click()
  await dialog.getByLabel(/Retirer du calendrier/).check()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(recalls).toHaveCount(0)
})
