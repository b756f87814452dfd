import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '@entente/shared/contracts'
import { nameOf } from '../support/inventory.ts'
import { addressOf, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
}, 60_000)

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: Schema | boolean
}

/** What of this value the schema does not list, by its path; a record that is open in the contract may hold anything. */
const unlisted = (value: unknown, schemas: readonly Schema[], root: Schema, path = ''): string[] => {
  const known = schemas.flatMap((schema) => alternatives(schema, root))
  if (Array.isArray(value)) {
    const items = known.flatMap(({ items }) => items ?? [])
    return value.flatMap((item) => unlisted(item, items, root, `${path}[]`))
  }
  const isOpen = known.some(({ additionalProperties }) => typeof additionalProperties === 'object')
  const isAny = known.some((schema) => Object.keys(schema).every((key) => !(key in shapes)))
  if (typeof value !== 'object' || value === null || isOpen || isAny) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const listed = known.flatMap(({ properties }) => properties?.[key] ?? [])
    return listed.length === 0 ? [`${path}.${key}`] : unlisted(inner, listed, root, `${path}.${key}`)
  })
}
const shapes = { $ref: 0, properties: 0, items: 0, anyOf: 0, oneOf: 0, allOf: 0, type: 0 }

const alternatives = (schema: Schema, root: Schema): Schema[] => {
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema
  const named = $ref === undefined ? [] : [root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}]
  const inner = [...named, ...anyOf, ...oneOf, ...allOf]
  return inner.length === 0 ? [schema] : inner.flatMap((one) => alternatives(one, root))
}

const read = endpoints.filter(({ method, response, path }) => method === 'GET' && response && !path.includes(':token'))

describe('An answer to a colleague', () => {
  it.each(['coordinator', 'analyst', 'manager', 'executive', 'auditor', 'admin'] as const)(
    'holds the fields of its contract only, wherever a person is %s (S03)',
    async (role) => {
      const person = await world.as(role)
      const extra: string[] = []
      let told = 0
      for (const endpoint of read) {
        const { status, body } = await person.get<unknown>(addressOf(endpoint, specimens.ids))
        if (status !== 200) continue
        told += 1
        const root = z.toJSONSchema(endpoint.response as z.ZodType, { io: 'output', unrepresentable: 'any' }) as Schema
        extra.push(...unlisted(body, [root], root).map((field) => `${nameOf(endpoint)} ${field}`))
      }
      expect(extra).toEqual([])
      expect(told).toBeGreaterThan(3)
    },
  )

  it('would be found out with one field too many, however deep', () => {
    const root = z.toJSONSchema(z.object({ items: z.array(z.object({ id: z.string() }).nullable()) })) as Schema
    expect(unlisted({ items: [{ id: 'a', secret: 'b' }, null] }, [root], root)).toEqual(['.items[].secret'])
  })
})
