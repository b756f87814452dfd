import { expect, type Page } from '@playwright/test'
import { test } from './looks.ts'
import { expectAccessible, settled, type Who } from './world.ts'

/** What to press, one after the other, and whether an empty answer is then sent to be refused. */
type Step = { press: string[]; refused?: boolean }
type Place = { who: Who; path: string; steps: Step[] }

const looked = (...press: string[]): Step => ({ press })
const refused = (...press: string[]): Step => ({ press, refused: true })

const places: Place[] = [
  { who: 'coordinator', path: '/', steps: [looked('app:theme.label'), looked('app:person.menu')] },
  {
    who: 'coordinator',
    path: '/programs',
    steps: [looked('views:label'), refused('views:label', 'views:save.open'), looked('ui:board.moveCard')],
  },
  {
    who: 'coordinator',
    path: '/organizations',
    steps: [refused('organizations:add'), looked('organizations:editOne')],
  },
]

// The page behind has its own tests. Its banner is looked at with the layer: there can be only one.
const parts = ['header', '[role="dialog"], [role="menu"]']
const layer = (page: Page) => page.locator('[role="dialog"], [role="menu"]').filter({ visible: true })

const press = (page: Page, name: RegExp) =>
  page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).filter({ visible: true }).first().click()

/** The layer opens, has no fault, says what is wrong with an empty form without a fault, and goes away. */
const tryStep = async (page: Page, step: Step, say: (key: string) => RegExp) => {
  for (const key of step.press) await press(page, say(key))
  const open = layer(page).first()
  await expect(open).toBeVisible()
  await expect(open.locator('[aria-busy="true"]')).toHaveCount(0)
  await expectAccessible(page, ...parts)
  expect(await open.evaluate((it) => it.scrollWidth - it.clientWidth), 'nothing is cut off').toBeLessThanOrEqual(0)
  if (step.refused === true) {
    await open.locator('button[type="submit"]').click()
    await expect(open.locator('[aria-invalid="true"], [role="alert"]').first()).toBeVisible()
    await expectAccessible(page, ...parts)
  }
  const close = open.getByRole('button', { name: say('ui:close') })
  await ((await close.count()) > 0 ? close.first().click() : page.keyboard.press('Escape'))
  await expect(layer(page)).toHaveCount(0)
}

const walk = (language: string) => {
  for (const { who, path, steps } of places)
    test.describe(() => {
      test.use({ who })
      test(
        `${steps.flatMap((step) => step.press.at(-1)).join(', ')} as ${who} ${language}`.trim(),
        async ({ page, say }) => {
          await page.goto(path)
          await settled(page)
          for (const step of steps) await test.step(step.press.join(', '), () => tryStep(page, step, say))
        },
      )
    })
}

for (const language of ['', '@en']) test.describe('Dialogs and menus', () => walk(language))
