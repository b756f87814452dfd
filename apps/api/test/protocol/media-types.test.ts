import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf } from '../support/inventory.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
}, 60_000)

const types = [
  'text/plain',
  'text/json',
  'text/html',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/mixed; boundary=x',
  'multipart/form-data-x; boundary=x',
  'application/xml',
  'application/octet-stream',
  'application/jsonp',
  'application/json5',
  'application/x-ndjson',
  'application/vnd.api+json',
  'application/merge-patch+json',
  'application/json, text/plain',
  'application/json/x',
  'application/ json',
  '*/*',
  ';application/json',
]
const bodies = ['{}', '{', 'null', 'x=1', '<a/>', '--x\r\n\r\n--x--']
const trail = async () => {
  const [found] = await world.db.$queryRaw<{ entries: bigint }[]>`SELECT entries FROM audit.head`
  return Number(found?.entries)
}

/** Those with a body of JSON are tried in `bad-input.test.ts`. */
const others = endpoints.filter(({ method, body, upload }) => method !== 'GET' && (body === undefined || upload))

describe('A write without a body, and an upload', () => {
  it.each(others.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    'never reaches the handler with a body of another type: %s',
    async (_, endpoint) => {
      const coordinator = await world.as('coordinator')
      await coordinator.get('/session')
      const before = await trail()
      const url = addressOf(endpoint, specimens.ids, missingId)
      const own = { 'if-match': '"1"', 'idempotency-key': 'media-types' }
      for (const type of types) {
        for (const payload of bodies) {
          const headers = { ...own, 'content-type': type }
          const { status } = await coordinator.send({ method: endpoint.method as 'POST', url, payload, headers })
          expect({ type, payload, status }).toEqual({ type, payload, status: 415 })
        }
      }
      expect(await trail()).toBe(before)
    },
  )
})
