import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from './visit.ts'
import { settled, signInAs, type Who } from './world.ts'

/** A file as people attach one. */
export const letter = {
  name: 'lettre.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

/** One dossier, walked on screen by whoever's turn it is. */
export class Walk {
  readonly page: Page
  private programId = ''
  private who: Who | null = null
  get id() {
    return this.programId
  }
  constructor(page: Page) {
    this.page = page
  }
  /** Shows the page to this person: loaded anew where another person sat before. */
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
