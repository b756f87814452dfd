import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { beforeAll, describe, expect, it } from 'vitest'
import { role } from '@entente/shared/users/contract'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { statusesOf } from '../support/client.ts'
import { examplesFor } from '../support/examples.ts'
import { addressOf, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
}, 60_000)

type Lost = { current: { version: number } }
const edits = endpoints.filter(({ method }) => method === 'PATCH')
const titled = edits.map((endpoint) => [nameOf(endpoint), endpoint] as const)
const { routes } = await takeInventory()
/** The coordinator where that is who edits, else the first whom the operation is open to. */
const editorOf = (endpoint: Endpoint) => {
  const open = routes.find((route) => route.endpoint === endpoint)?.roles ?? []
  const name = role.exclude(['partner']).options.find((option) => open.includes(option))
  return world.as(name ?? 'coordinator')
}
const editing = async (endpoint: Endpoint) => {
  const editor = await editorOf(endpoint)
  const body = examplesFor(specimens)[nameOf(endpoint)] ?? {}
  return (version: number) => editor.patch<Lost>(addressOf(endpoint, specimens.ids), body, version)
}

describe('Twenty editors of one record at one moment', () => {
  it.each(titled)('one is heard and nineteen are shown what it is now: %s', async (_, endpoint) => {
    const edit = await editing(endpoint)
    const stale = await edit(999)
    expect(stale.status).toBe(412)
    const { version } = stale.body.current
    const replies = await Promise.all(Array.from({ length: 20 }, () => edit(version)))
    expect(statusesOf(replies)).toEqual([200, ...Array.from({ length: 19 }, () => 412)])
    for (const { body } of replies.filter(({ status }) => status === 412)) {
      expect(body.current.version).toBe(version + 1)
    }
  })
})
