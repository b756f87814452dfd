import { expect, type Page } from '@playwright/test'
import { dayFromNow, expectAccessible, settled, signInAs, test } from './support/world.ts'

type Request = { id: string; program: { id: string; reference: string } }

/** A verified request of a country that votes too soon for the rule: only a waiver leads it into its analysis. */
const late = async (page: Page) => {
  const answer = await page.request.post('/api/v1/requests', {
    data: {
      title: { fr: 'Demande tardive', en: null },
      countryCode: 'TG',
      kind: 'program',
      requestingAuthority: { name: 'CENI', type: 'emb' },
      channel: 'dge',
      signedOn: dayFromNow(-20),
      receivedOn: dayFromNow(-10),
      object: 'Appui demandé.',
      electoralEvent: { type: 'presidential', date: dayFromNow(40) },
    },
  })
  const { id, program } = (await answer.json()) as Request
  await signInAs(page, 'analyst2')
  const done = async (path: string, data: object) =>
    expect((await page.request.post(`/api/v1${path}`, { data, headers: { 'idempotency-key': path } })).ok()).toBe(true)
  await done(`/requests/${id}/verification`, { method: 'callback', note: 'Confirmée par un appel au secrétariat.' })
  await signInAs(page, 'coordinator')
  await done(`/programs/${program.id}/transitions`, { to: 'admissibility' })
  return program.id
}

const reason =
  'Le scrutin a été avancé par la cour après la réception de la demande ; attendre priverait l’hôte de tout appui utile avant le scrutin.'

test('A gate is waived by someone else, with a reason, a document and an end', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const id = await late(page)
  await page.goto(`/programs/${id}`)
  await settled(page)
  await page.getByRole('button', { name: 'Demander une dérogation' }).click()
  const ask = page.getByRole('dialog', { name: 'Demander une dérogation à P1-G4' })
  await ask.getByRole('button', { name: 'Demander la dérogation' }).click()
  await expect(ask.locator('[aria-invalid="true"]').first()).toBeVisible()
  await expectAccessible(page, 'header', '[role="dialog"]')
  await ask.getByLabel('Motif').fill(reason)
  await ask.locator('input[type="file"]').setInputFiles({
    name: 'avis.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  })
  await expect(ask.getByText('Fichier versé')).toBeVisible()
  await ask.getByRole('button', { name: 'Demander la dérogation' }).click()
  await expect(ask).toHaveCount(0)
  await page.goto(`/programs/${id}/decision`)
  await settled(page)
  await expect(page.getByRole('region', { name: 'Dérogations' })).toContainText('demandée')
  await expect(page.getByRole('button', { name: 'Décider' })).toHaveCount(0)
  await signInAs(page, 'executive')
  await page.goto(`/programs/${id}/decision`)
  await settled(page)
  await page.getByRole('button', { name: 'Décider' }).click()
  const decide = page.getByRole('dialog', { name: 'Décider de la dérogation à P1-G4' })
  await decide.getByRole('button', { name: 'Accorder la dérogation' }).click()
  await expect(decide.locator('[aria-invalid="true"]').first()).toBeVisible()
  await expectAccessible(page, 'header', '[role="dialog"]')
  await decide.getByLabel('Motif de la décision').fill('Le motif suffit, la pièce le montre.')
  await decide.getByRole('button', { name: 'Accorder la dérogation' }).click()
  await expect(page.getByRole('region', { name: 'Dérogations' })).toContainText('accordée')
  await signInAs(page, 'coordinator')
  await page.goto(`/programs/${id}`)
  await settled(page)
  await expect(page.getByRole('button', { name: 'Passer à « Analyse »' })).toBeEnabled()
  await expectAccessible(page)
})
