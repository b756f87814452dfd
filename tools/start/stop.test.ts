import { afterEach, beforeEach, expect, it } from 'vitest'
import { Drill, type DrilledServer } from './test-server.ts'

const admin = { email: 'ada@example.org', name: 'Ada', password: 'une phrase de passe assez longue' }

let drill: Drill
beforeEach(() => {
  drill = new Drill()
})
afterEach(() => drill.clear())

const post = (server: DrilledServer, path: string, body: object, cookie = '') =>
  fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    body: JSON.stringify(body),
  })

const signIn = async (server: DrilledServer) => {
  const answer = await post(server, '/session', { email: admin.email, password: admin.password })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

type Organizations = { items: { acronym: string }[] }

it('A server asked to stop while people write loses nothing it acknowledged', async () => {
  const first = await drill.start()
  await post(first, '/setup', { ...admin, token: drill.setupToken() })
  const cookie = await signIn(first)
  const kept: string[] = []
  let stopping: Promise<number | null> | undefined
  const write = async (writer: number) => {
    for (let turn = 0; ; turn += 1) {
      const acronym = `W${writer}-${turn}`
      const body = { acronym, name: { fr: acronym, en: null }, type: 'network' }
      const answer = await post(first, '/organizations', body, cookie).catch(() => null)
      if (answer?.status === 201) kept.push(acronym)
      else if (answer === null || answer.status === 503) return
      else throw new Error(`Unexpected ${answer.status}`)
      if (kept.length === 40) stopping = first.end('SIGTERM')
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
  expect(await stopping).toBe(0)

  const second = await drill.start()
  const again = await signIn(second)
  const found = new Set<string>()
  for (const acronym of kept) {
    const answer = await fetch(`${second.url}/api/v1/organizations?q=${acronym}`, { headers: { cookie: again } })
    for (const item of ((await answer.json()) as Organizations).items) found.add(item.acronym)
  }
  expect(kept.filter((acronym) => !found.has(acronym))).toEqual([])
})
