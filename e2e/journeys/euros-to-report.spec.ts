import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { dayFromNow, settled, signInAs, test, type Who } from '../support/world.ts'

const receipt = {
  name: 'billets.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n% billets\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

/** Asks the API in the name of this person. */
const asks = async (page: Page, who: Who, path: string, data: object) => {
  await signInAs(page, who)
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await page.request.post(`/api/v1${path}`, { data, headers })
  expect(answer.status(), path).toBeLessThan(300)
  return (await answer.json()) as { id: string }
}

const rule = { name: { fr: 'Dans la limite', en: null }, unit: null, above: '0', isSerious: false, quorum: 1 }

/** An envelope of its own, a rate of the day, and a second signature above 12 000 $. */
const prepare = async (page: Page) => {
  const today = dayFromNow(0)
  const fiscalYear = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0)
  const opening = {
    fiscalYear,
    unit: 'CAD',
    profile: 'Voyages d’essai',
    ceiling: '20000.00',
    reason: 'Budget adopté pour le nouvel exercice',
  }
  const { id } = await asks(page, 'executive', '/envelopes', opening)
  const changes = await page.request.get(`/api/v1/ceiling-changes?envelopeId=${id}&state=proposed`)
  const [change] = ((await changes.json()) as { items: { id: string }[] }).items
  await asks(page, 'manager', `/ceiling-changes/${change?.id ?? ''}/decision`, { outcome: 'confirmed' })
  await asks(page, 'manager', '/exchange-rates', {
    currency: 'EUR',
    on: today,
    rate: '1.6',
    source: 'Banque du Canada',
  })
  const rules = [
    { ...rule, role: 'withinLimit', group: 1 },
    { ...rule, name: { fr: 'Direction', en: null }, unit: 'CAD', above: '12000', role: 'executive', group: 2 },
  ]
  const set = await asks(page, 'admin', '/step-rules', {
    rules,
    reason: 'Montants élevés, à signer par deux personnes',
  })
  await asks(page, 'executive', `/step-rules/${set.id}/decision`, { outcome: 'confirmed' })
  return id
}

const goTo = async (page: Page, who: Who, path: string) => {
  await signInAs(page, who)
  await page.goto(path)
  await settled(page)
}
const approve = async (page: Page, who: Who) => {
  await goTo(page, who, '/approvals')
  const request = page.getByRole('article').filter({ hasText: 'Voyage d’étude de la délégation d’essai' })
  await request.getByRole('button', { name: /^Approuver 14.400/ }).click()
}

test('Euros are signed by two people, spent with a receipt, and found in the report', async ({ page }) => {
  const envelopeId = await prepare(page)
  const dialog = (name: string) => page.getByRole('dialog', { name })

  await goTo(page, 'coordinator', '/allocations/new')
  const form = page.getByRole('region', { name: 'Demander des ressources' })
  await form.getByLabel('À quoi serviront ces ressources').fill('Voyage d’étude de la délégation d’essai')
  await form.getByLabel('Nécessaires le').fill(dayFromNow(14))
  await form.getByLabel('Enveloppe').selectOption(envelopeId)
  await form.getByLabel('Devise').selectOption('EUR')
  await form.getByLabel('Montant').fill('9000')
  await form.getByLabel('Ce que la ligne paie').fill('Billets en euros')
  await expect(form.getByText(/14.400.\$ au taux de 1,6/)).toBeVisible()
  await form.getByRole('button', { name: /^Soumettre/ }).click()
  await expect(dialog('Demande de ressources').getByText('En attente d’approbation')).toBeVisible()
  const asked = page.url()

  await approve(page, 'manager')
  await expect(page.getByRole('status')).toContainText('une autre étape attend')
  await approve(page, 'executive')
  await expect(page.getByRole('status')).toContainText(/14.400.\$ approuvés/)

  await goTo(page, 'coordinator', asked)
  const card = dialog('Demande de ressources')
  await card.getByRole('button', { name: /^Engager/ }).click()
  await dialog('Inscrire un engagement')
    .getByRole('button', { name: /^Engager/ })
    .click()
  await card.getByRole('button', { name: /^Dépenser/ }).click()
  const spending = dialog('Inscrire une dépense')
  await spending.getByLabel('Montant').fill('1000')
  await spending.getByRole('button', { name: /^Dépenser/ }).click()
  await expect(spending.getByText(/Joignez la pièce justificative/)).toBeVisible()
  await spending.locator('input[type="file"]').setInputFiles(receipt)
  await expect(spending.getByText('Fichier versé')).toBeVisible()
  await spending.getByRole('button', { name: /^Dépenser/ }).click()
  await expect(spending).toHaveCount(0)

  await card.getByRole('link', { name: 'Grand livre' }).click()
  const entry = page.getByRole('row').filter({ hasText: 'billets.pdf' })
  await expect(entry).toContainText(/Dépense.*1.000/)
  await page.goto('/reports')
  await settled(page)
  await expect(page.getByRole('row', { name: /Voyages d’essai/ })).toContainText(/20.000.*1.000.*13.400/)
})
