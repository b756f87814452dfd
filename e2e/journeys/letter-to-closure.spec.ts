import { canary } from '../../prisma/seed/acts/canary.ts'
import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from '../support/visit.ts'
import { dayFromNow, expectAccessible, settled, signInAs, test, type Who } from '../support/world.ts'

const letter = {
  name: 'lettre.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

/** One dossier, walked on screen by whoever's turn it is. */
class Walk {
  readonly page: Page
  private programId = ''
  private who: Who | null = null
  get id() {
    return this.programId
  }
  constructor(page: Page) {
    this.page = page
  }
  async as(who: Who, path: string) {
    if (this.who === who) return visit(this.page, path)
    await signInAs(this.page, who)
    this.who = who
    await this.page.goto(path)
    await settled(this.page)
  }
  at(who: Who, section: string) {
    return this.as(who, `/programs/${this.programId}${section}`)
  }
  opened() {
    this.programId = /\/programs\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? ''
  }
  region(name: string | RegExp) {
    return this.page.getByRole('region', { name })
  }
  button(name: string | RegExp, within: Page | Locator = this.page) {
    return within.getByRole('button', { name })
  }
  dialog() {
    return this.page.getByRole('dialog')
  }
  async choose(within: Page | Locator, label: string | RegExp, option: string) {
    await within.getByLabel(label).selectOption({ label: option })
  }
  /** Attaches the file and waits until it is stored. */
  async attach(within: Page | Locator) {
    await within.locator('input[type="file"]').setInputFiles(letter)
    await expect(within.getByText('Fichier versé')).toBeVisible()
  }
  /** Asks the header’s button for the next stage and confirms. */
  async moveTo(stage: string) {
    await this.at('coordinator', '')
    await this.button(`Passer à « ${stage} »`).click()
    await this.button(`Passer à « ${stage} »`, this.dialog()).click()
    await expect(this.button(`Passer à « ${stage} »`)).toHaveCount(0)
  }
}

test('A request goes from its letter to closed on screen, by the right people', async ({ page }) => {
  test.setTimeout(300_000)
  const walk = new Walk(page)

  await test.step('a coordinator registers the official request', async () => {
    await walk.as('coordinator', '/requests/new')
    await page.getByLabel('Français').fill('Appui à la formation, parcours complet')
    await page.getByRole('combobox', { name: 'Pays' }).fill('Togo')
    await page.getByRole('option', { name: 'Togo' }).click()
    await page.getByRole('group', { name: 'Autorité requérante' }).getByLabel('Nom').fill('CENI du Togo')
    await page.getByLabel('Signée le').fill(dayFromNow(-21))
    await page.getByLabel('Reçue le').fill(dayFromNow(-14))
    await page.getByLabel('Objet').fill('Former les formatrices et formateurs.')
    // No waiting for the file: the form itself waits, so that the letter is never left behind.
    await page.locator('input[type="file"]').setInputFiles(letter)
    await walk.button('Inscrire la demande').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('parcours complet')
    walk.opened()
  })

  await test.step('a second person verifies it', async () => {
    await walk.at('analyst2', '/request')
    await page.getByLabel('Constat').fill('Secrétariat joint au numéro connu.')
    await walk.button('Confirmer l’authenticité').click()
    await expect(walk.region('Vérification')).toContainText('Alix Morin')
    await walk.moveTo('Recevabilité')
    await walk.moveTo('Analyse')
  })

  await test.step('an analyst writes the analysis, each part saving itself, and another approves it', async () => {
    await walk.at('analyst', '/analysis')
    await walk.button('Commencer l’analyse').click()
    await walk.button('Ajouter un objectif').click()
    await walk.region('Objectifs').getByLabel('Objectif', { exact: true }).fill('Former les équipes')
    await walk.choose(walk.region('Objectifs'), 'Mandat servi', 'Organiser les élections')
    await page.getByRole('textbox', { name: 'Contexte' }).fill('Scrutin dans deux ans.')
    await page.getByRole('textbox', { name: 'Effets positifs' }).fill('Des équipes autonomes.')
    await page.getByRole('textbox', { name: 'Effets négatifs possibles' }).fill('Une dépendance possible.')
    await walk.button('Ajouter une option').click()
    await walk.region('Autres options').getByLabel('Option', { exact: true }).fill('Appui à distance')
    await page.getByRole('radio', { name: 'Aller de l’avant', exact: true }).check()
    await walk.region('Recommandation').getByLabel('Motifs').fill('Utile et possible.')
    await walk.button(/Soumettre la version 1/).click()
    await expect(page.getByLabel('Version')).toContainText('En révision')
    await walk.at('analyst', '/transfer')
    await walk.button('Définir un objectif').click()
    const objective = walk.dialog()
    await objective.getByLabel('Compétence').fill('Former les membres de bureaux de vote')
    await objective.getByLabel('Unité de l’hôte').fill('Direction de la formation')
    await walk.choose(objective, 'Au départ', '1 – connaît')
    await walk.choose(objective, 'Cible', '3 – fait seul')
    await objective.getByLabel('Méthode de vérification').fill('Séance observée')
    await objective.getByRole('button', { name: /Définir|Enregistrer/ }).click()
    await expect(walk.region('Objectifs de transfert')).toContainText('Former les membres')
    await walk.at('analyst2', '/analysis')
    await walk.button(/Approuver la version 1/).click()
    await expect(page.getByLabel('Version')).toContainText('Approuvée')
    await walk.moveTo('Décision')
  })

  await test.step('the host and the program’s partners are gathered and heard', async () => {
    await walk.at('coordinator', '/partners')
    for (const [organization, role] of [
      ['CENI-MG', 'Organisme hôte'],
      ['RECEF', 'Réseau'],
    ] as const) {
      await walk.button('Ajouter une organisation').click()
      await walk.dialog().getByRole('combobox', { name: 'Organisation' }).fill(organization)
      await page.getByRole('option', { name: new RegExp(organization) }).click()
      await walk.choose(walk.dialog(), 'Rôle', role)
      await walk.button('Ajouter au programme', walk.dialog()).click()
      await expect(walk.region('Organisations du programme')).toContainText(organization)
    }
    await walk.button('Partager', walk.region('Partages')).click()
    const share = walk.dialog()
    await share.getByRole('combobox', { name: 'Organisation' }).fill('CENI-MG')
    await page.getByRole('option', { name: /CENI-MG/ }).click()
    await share.getByLabel('Jusqu’au').fill(dayFromNow(300))
    await walk.button('Partager le programme', share).click()
    await expect(walk.region('Partages')).toContainText('CENI-MG')
    await walk.button('Demander un avis').click()
    await walk.choose(walk.dialog(), 'Organisation', 'CENI-MG')
    await walk.dialog().getByLabel('Question').fill('Que pensez-vous de cet appui ?')
    await walk.button('Envoyer la demande d’avis', walk.dialog()).click()
    await expect(walk.region('Consultations et avis')).toContainText('Que pensez-vous')
  })

  await test.step('the opinion comes, an executive decides, the design begins', async () => {
    await walk.at('coordinator', '/partners')
    await walk.button('Consigner l’avis').click()
    await walk.dialog().getByRole('textbox', { name: /^Avis/ }).fill('Favorable.')
    await walk.attach(walk.dialog())
    await walk.button('Consigner l’avis', walk.dialog()).click()
    await expect(walk.region('Consultations et avis')).toContainText('Favorable.')
    await walk.at('executive', '/decision')
    await page.getByRole('radio', { name: /^Accepter(?! avec)/ }).check()
    await page.getByLabel('Motifs').fill('Utile, possible, au bon moment.')
    await walk.button('Consigner l’acceptation').click()
    await expect(page.getByText('Utile, possible, au bon moment.')).toBeVisible()
    await walk.moveTo('Formulation et entente')
  })

  await test.step('the host agrees to the terms of reference', async () => {
    await walk.at('coordinator', '/agreements')
    await walk.button('Proposer un cadre de référence').click()
    await walk.choose(walk.dialog(), 'Organisme hôte', 'CENI-MG')
    await walk.dialog().getByLabel('Titre').fill('Cadre de la mission')
    await walk.dialog().getByLabel('Contenu').fill('L’hôte décide seul.')
    await walk.button('Proposer à l’hôte', walk.dialog()).click()
    await walk.button('Consigner l’accord de l’hôte').click()
    await walk.dialog().getByLabel('Accepté le').fill(dayFromNow(0))
    await walk.attach(walk.dialog())
    await walk.button('Consigner l’accord', walk.dialog()).click()
    await expect(page.getByText(/Accepté par CENI-MG/)).toBeVisible()
    await walk.moveTo('Affectation')
  })

  await test.step('a coordinator asks for resources and a manager approves, the envelope in sight', async () => {
    await walk.at('coordinator', '/resources')
    await walk.button('Demander des ressources').click()
    const form = walk.region('Demander des ressources')
    await form.getByLabel('À quoi serviront ces ressources').fill('Mission de formation du parcours')
    await form.getByLabel('Nécessaires le').fill(dayFromNow(14))
    await form.getByLabel('Montant').fill('4000')
    await form.getByLabel('Ce que la ligne paie').fill('Vols et séjour')
    await walk.button(/^Soumettre/, form).click()
    await expect(page.getByText('En attente d’approbation').first()).toBeVisible()
    await walk.as('manager', '/approvals')
    await walk.button(/Approuver 4.000/).click()
    await expect(page.getByRole('status')).toContainText(/4.000.\$ approuvés/)
    await walk.moveTo('Mise en œuvre')
  })

  await test.step('money is committed and spent, the transfer verified, a lesson written', async () => {
    for (const [action, amount] of [
      ['Engager', '4000'],
      ['Dépenser', '3500'],
    ] as const) {
      await walk.at('coordinator', '/resources')
      await walk
        .button(new RegExp(`^${action}`))
        .first()
        .click()
      await walk.dialog().getByLabel('Montant').fill(amount)
      await walk.dialog().getByLabel('Date').fill(dayFromNow(0))
      if (action === 'Dépenser') await walk.attach(walk.dialog())
      await walk.button(new RegExp(`^${action}`), walk.dialog()).click()
      await expect(walk.dialog()).toHaveCount(0)
    }
    await walk.at('analyst', '/transfer')
    await walk.button(/^Vérifier/).click()
    await walk.choose(walk.dialog(), 'Niveau constaté', '3 – fait seul')
    await walk.button('Consigner le niveau', walk.dialog()).click()
    await expect(walk.dialog()).toHaveCount(0)
    await walk.button('Écrire une leçon').click()
    const lesson = walk.dialog()
    await lesson.getByLabel('Thème').fill('Rythme')
    await lesson.getByLabel('Ce qui a été observé').fill('Deux temps valent mieux qu’un.')
    await lesson.getByLabel('Pourquoi').fill('Le calendrier de l’hôte.')
    await lesson.getByLabel('Ce qu’il faut faire la prochaine fois').fill('Prévoir deux séjours.')
    await walk.button('Consigner la leçon', lesson).click()
    await expect(walk.region('Leçons')).toContainText('Rythme')
    await walk.moveTo('Clôture')
  })

  await test.step('the balance is released, the evaluation filed, the dossier closed', async () => {
    await walk.at('coordinator', '/resources')
    await walk
      .button(/^Libérer/)
      .first()
      .click()
    await walk.dialog().getByLabel('Montant').fill('500')
    await walk.dialog().getByLabel('Date').fill(dayFromNow(0))
    await walk.button(/^Libérer/, walk.dialog()).click()
    await expect(walk.dialog()).toHaveCount(0)
    await walk.moveTo('Évaluation')
    await walk.at('executive', '/transfer')
    const evaluation = walk.region('Évaluation')
    await evaluation.getByLabel('Synthèse').fill('Objectif atteint, à suivre dans un an.')
    await walk.choose(evaluation, /Niveau atteint/, '3 – fait seul')
    await walk.button('Déposer l’évaluation', evaluation).click()
    await expect(evaluation).toContainText('Objectif atteint')
    await walk.moveTo('Terminé')
    await expect(page.getByText(/^prouvé · (\d+) sur \1$/)).toHaveCount(7)
  })
  await test.step('the host sees on its own dashboard what is shared with it', async () => {
    await walk.as('host', '/')
    await page.locator(`a[href*="${walk.id}"]`, { hasText: 'parcours complet' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('parcours complet')
    await expect(page.getByText(canary)).toHaveCount(0)
    await expectAccessible(page)
  })
})
