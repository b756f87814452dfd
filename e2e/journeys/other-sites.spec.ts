import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { signInAs, test } from '../support/world.ts'

/** Another site that tries, with the visitor's cookie, to make the application do something. */
const hostile = async (target: string) => {
  const page = `<!doctype html><title>x</title><body>
    <form id="f" method="post" action="${target}/api/v1/organizations" enctype="text/plain"><input name='{"name":{"fr":"Faux","en":null},"type":"emb","x":"' value='"}'></form>
    <img src="${target}/api/v1/session" alt="">
    <script>
      const send = (type) => fetch('${target}/api/v1/organizations', { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': type }, body: JSON.stringify({ name: { fr: 'Faux', en: null }, type: 'emb' }) }).catch(() => {})
      Promise.all([send('text/plain'), send('application/x-www-form-urlencoded')]).then(() => document.getElementById('f').submit())
    </script>`
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // Another name of the same machine: another site for the browser.
  return { url: `http://localhost:${port}/`, close: () => server.close() }
}

test('A page of another site cannot make the application change anything', async ({ page, baseURL }) => {
  await signInAs(page, 'coordinator')
  const count = async () => {
    const answer = await page.request.get('/api/v1/organizations?limit=100')
    return ((await answer.json()) as { items: unknown[] }).items.length
  }
  const before = await count()
  const attack = await hostile(baseURL ?? '')
  const refused = page.waitForResponse(
    (response) => response.url().endsWith('/api/v1/organizations') && response.request().isNavigationRequest(),
  )
  await page.goto(attack.url)
  expect((await refused).status()).toBe(403)
  expect(await count()).toBe(before)
  attack.close()
})
