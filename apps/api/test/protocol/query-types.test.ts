import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { role } from '@entente/shared/users/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
const asked = endpoints.filter((endpoint) => endpoint.query !== undefined && endpoint.public !== true)

let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-Q')
}, 60_000)

const reader = async (endpoint: Endpoint) => {
  const open = routes.find((route) => route.endpoint === endpoint)?.roles ?? []
  const name = role.options.find((option) => open.includes(option) && option !== 'partner')
  return name === undefined || name === 'partner' ? specimens.partner : world.as(name)
}

/** One parameter said twice, as a list, and as what a database layer might read as an operator. */
const disguises = (name: string) => [
  `${name}=a&${name}=b`,
  `${name}[]=a`,
  `${name}[not]=a`,
  `${name}.equals=a`,
  `${name}=%00`,
]

describe('A query', () => {
  it.each(asked.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    'takes each parameter once, as plain text, and no other: %s',
    async (_, endpoint) => {
      const person = await reader(endpoint)
      const path = addressOf(endpoint, specimens.ids, missingId)
      for (const name of Object.keys(endpoint.query?.shape ?? {}))
        for (const query of [...disguises(name), `${name}&unknown=1`]) {
          const { status } = await person.get(`${path}?${query}`)
          expect({ query, status }).toEqual({ query, status: 400 })
        }
    },
  )
})
