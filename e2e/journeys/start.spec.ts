import { expect, test } from '@playwright/test'

test.describe('A server that has just started', () => {
  test('shows its first page, and asks nobody else for anything', async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== baseURL) elsewhere.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto('/')
    await expect(page.locator('#root').getByRole('heading').first()).toBeVisible()
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] })
  })

  test('is alive and ready', async ({ request }) => {
    expect(await (await request.get('/health')).json()).toEqual({ status: 'ok' })
    expect((await request.get('/ready')).status()).toBe(200)
  })
})
