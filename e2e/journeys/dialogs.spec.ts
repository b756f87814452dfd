import { expect, type Page } from '@playwright/test'
import { test } from '../support/looks.ts'
import { visit } from '../support/visit.ts'
import { expectAccessible, programOf, settled, type Who } from '../support/world.ts'

test.describe.configure({ mode: 'parallel' })

/** What to press, one after the other, and whether an empty answer is then sent to be refused. */
type Step = { press: (string | RegExp)[]; refused?: boolean }
type Place = { who: Who; path: string; program?: string; steps: Step[] }

const looked = (...press: Step['press']): Step => ({ press })
const refused = (...press: Step['press']): Step => ({ press, refused: true })

const menu = 'activities/board:board.menu'
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
  {
    who: 'coordinator',
    path: '',
    program: 'PCI-2026-010',
    steps: [
      looked(/^1\s*(Demande officielle|Official request)/),
      looked('lifecycle:more'),
      refused('lifecycle:more', 'lifecycle:suspend.open'),
      looked('lifecycle:more', 'lifecycle:end.open'),
      looked('lifecycle:move.action'),
      looked('programs:edit.open'),
    ],
  },
  {
    who: 'coordinator',
    path: '/decision',
    program: 'PCI-2026-013',
    steps: [looked('decisions:letter.open'), refused('decisions:authorization.add')],
  },
  {
    who: 'coordinator',
    path: '/agreements',
    program: 'PCI-2026-012',
    steps: [refused('safeguards:propose.title'), refused('partnerships:agreement.add')],
  },
  {
    who: 'coordinator',
    path: '/activities',
    program: 'PCI-2026-010',
    steps: [
      looked(menu),
      refused(menu, 'activities:column.add'),
      looked(menu, 'activities/board:board.title'),
      refused('activities:add'),
    ],
  },
  {
    who: 'coordinator',
    path: '/partners',
    program: 'PCI-2026-009',
    steps: [
      refused('partnerships:join.title'),
      refused('partnerships:alone.open'),
      refused('participation:consult.title'),
      refused('participation:objection.title'),
      refused('participation:objection.answerAction'),
    ],
  },
  {
    who: 'coordinator',
    path: '/partners',
    program: 'PCI-2026-009',
    steps: [refused('partnerships:contribution.add'), refused('shares:grant.title'), looked('shares:revoke.open')],
  },
  {
    who: 'coordinator',
    path: '/transfer',
    program: 'PCI-2026-010',
    steps: [refused('transfer:objective.add'), looked('transfer:edit')],
  },
  {
    who: 'coordinator',
    path: '/transfer',
    program: 'PCI-2026-004',
    steps: [looked('transfer:verify.open'), refused('transfer:lesson.add')],
  },
  {
    who: 'coordinator',
    path: '/activities',
    program: 'PCI-2026-004',
    steps: [looked(menu, 'activities/board:bulk.start', 'activities/board:bulk.all', 'activities/board:bulk.open')],
  },
  { who: 'manager', path: '/exchange-rates', steps: [refused('resources/rates:rate.record')] },
  { who: 'executive', path: '/step-rules', steps: [refused('resources/rules:rules.propose')] },
  { who: 'executive', path: '/allocations', steps: [refused('resources/envelopes:envelope.openAction')] },
  { who: 'coordinator', path: '/resources', program: 'PCI-2026-004', steps: [refused('resources/ledger:record.of')] },
  {
    who: 'manager2',
    path: '/approvals',
    steps: [refused('resources/approvals:decide.return'), refused('resources/approvals:decide.refuse')],
  },
  { who: 'coordinator', path: '/capacity?tab=bookings', steps: [refused('capacity/bookings:booking.ask')] },
  {
    who: 'coordinator',
    path: '/capacity?tab=find&profile=Informatique&from=2027-01-11&to=2027-03-19&days=40',
    steps: [refused('capacity/bookings:find.askProfile'), refused('capacity/bookings:find.askFor')],
  },
  {
    who: 'manager2',
    path: '/capacity?tab=bookings&state=asked',
    steps: [looked('capacity/bookings:booking.doFor.decide'), looked('capacity/bookings:booking.doFor.release')],
  },
  {
    who: 'manager2',
    path: '/capacity?tab=staff',
    steps: [refused('capacity/staff:staff.add'), looked('capacity/staff:staff.editOf')],
  },
  { who: 'executive', path: '/calendar', steps: [refused('calendar:enter'), looked('calendar:editOf')] },
  {
    who: 'coordinator',
    path: '/dashboards?tab=elections',
    steps: [looked('dashboards/rehearsals:scenario.open'), refused('dashboards/rehearsals:scenario.keep')],
  },
  {
    who: 'host',
    path: '',
    program: 'PCI-2026-004',
    steps: [refused('shares/partner:contribution.open'), refused('shares/partner:objection.title')],
  },
]

// The page behind has its own tests. Its banner is looked at with the layer: there can be only one.
const parts = ['header', '[role="dialog"], [role="menu"]']
const layer = (page: Page) => page.locator('[role="dialog"], [role="menu"]').filter({ visible: true })

const press = (page: Page, name: RegExp) =>
  page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).filter({ visible: true }).first().click()

/** The layer opens, has no fault, says what is wrong with an empty form without a fault, and goes away: the focus is not lost (A05). */
const tryStep = async (page: Page, step: Step, say: (key: string) => RegExp) => {
  for (const name of step.press) await press(page, typeof name === 'string' ? say(name) : name)
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
  const isLost = () => page.evaluate(() => document.activeElement === document.body)
  await expect.poll(isLost, { message: 'the focus goes back to where it came from' }).toBe(false)
}

const walk = (language: string) => {
  for (const { who, path, program, steps } of places)
    test.describe(() => {
      test.use({ who })
      test(
        `${steps.flatMap((step) => step.press.at(-1)).join(', ')} as ${who} ${language}`.trim(),
        async ({ page, say }) => {
          await visit(page, program === undefined ? path : `/programs/${await programOf(page.request, program)}${path}`)
          for (const step of steps) await test.step(step.press.join(', '), () => tryStep(page, step, say))
        },
      )
    })
}

const others = (language: string) => {
  test(`one request for resources, over the list it belongs to ${language}`.trim(), async ({ page, say }) => {
    await visit(page, '/allocations')
    await page.locator('table a[href*="allocation="]').first().click()
    const open = layer(page).first()
    await expect(open.getByRole('article')).toBeVisible()
    await expectAccessible(page, ...parts)
    await open
      .getByRole('button', { name: say('resources/requests:close') })
      .first()
      .click()
    await expect(layer(page)).toHaveCount(0)
  })
  test(`the way about, on a phone ${language}`.trim(), async ({ page, say }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(page, '/')
    await press(page, say('app:openMenu'))
    await expect(page.getByRole('navigation', { name: say('app:mainNavigation') })).toBeVisible()
    await expectAccessible(page)
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('app:nav.programs') })
      .click()
    await expect(page).toHaveURL(/\/programs$/)
    await expect(page.getByRole('navigation', { name: say('app:mainNavigation') })).toBeHidden()
  })
}

const errors = (language: string) => {
  for (const { path, submit } of [
    { path: '/requests/new', submit: 'requests:new.submit' },
    { path: '/allocations/new', submit: 'resources/requests:form.submitEmpty' },
  ])
    test(`${path} sent empty ${language}`.trim(), async ({ page, say }) => {
      await visit(page, path)
      await press(page, say(submit))
      await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
      await expectAccessible(page)
    })
  test(`a page that does not exist ${language}`.trim(), async ({ page }) => {
    await page.goto('/nowhere')
    await settled(page)
    await expectAccessible(page)
  })
  test.describe(() => {
    test.use({ who: null })
    test(`a sign-in that is refused ${language}`.trim(), async ({ page, say }) => {
      await page.goto('/signin')
      await page.getByRole('textbox', { name: say('users:signIn.email') }).fill('personne@demo.example')
      await page.locator('input[type="password"]').fill('wrong-password')
      await press(page, say('users:signIn.submit'))
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
    })
  })
}

for (const language of ['', '@en']) {
  test.describe('Every dialog, drawer and menu', () => {
    walk(language)
    others(language)
  })
  test.describe('Every way to fail', () => errors(language))
}
