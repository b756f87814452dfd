import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { role } from '@entente/shared/users/contract'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { knowledge } from '../../src/knowledge.ts'
import { examplesFor } from '../support/examples.ts'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
const asksOf = new Map(routes.map(({ method, url, asks }) => [`${method} ${url}`, asks]))
const asking = endpoints.filter((endpoint) => (asksOf.get(nameOf(endpoint)) ?? []).length > 0)

let specimens: Specimens
let examples: Record<string, object>
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
  examples = examplesFor(specimens)
  for (const who of people) await (await playing(who)).get('/session')
  // From here on every write is stopped at its very end, after all rules were asked: what is tried changes nothing.
  const owner = new Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await owner.query(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'tried, and stopped before its end' USING ERRCODE = '57014'; END $$;
    CREATE TRIGGER stop_here BEFORE INSERT ON audit.entries FOR EACH ROW EXECUTE FUNCTION stop_here()`)
  await owner.end()
}, 60_000)

const people = [...role.options, 'coordinator2', 'analyst2', 'manager2', 'executive2'] as const
type Who = (typeof people)[number]
const playing = async (who: Who) => (who === 'partner' ? specimens.partner : world.as(who))

const allowed = z.looseObject({ can: z.array(z.string()), cannot: z.record(z.string(), z.string()) })
const stale = z.looseObject({ current: allowed })

/** What the record in the path, or the program, says this person can do now. */
const toldOf = async (who: Who, endpoint: Endpoint, body: object | undefined) => {
  const by = await playing(who)
  const url = addressOf(endpoint, specimens.ids, missingId)
  const send = { method: endpoint.method as 'POST', url, ...(body && { payload: body }) }
  const { body: refusal } = await by.send<unknown>({
    ...send,
    headers: { 'if-match': '"999"', 'idempotency-key': who },
  })
  const found = stale.safeParse(refusal)
  return found.success ? found.data.current : null
}

/** How the operation answers this person: it would have done it, or it refuses the person, or what the record now is. */
const tried = async (who: Who, endpoint: Endpoint, body: object | undefined, version: unknown) => {
  const by = await playing(who)
  const url = addressOf(endpoint, specimens.ids, missingId)
  const send = { method: endpoint.method as 'POST', url, ...(body && { payload: body }) }
  const headers = { 'if-match': `"${String(version)}"`, 'idempotency-key': `${who}-tries` }
  const { status, problem } = await by.send<unknown>({ ...send, headers })
  if (status === 403 || problem === 'separation-of-duties') return 'refused to the person'
  return status === 409 ? 'refused for now' : 'allowed'
}

/** A yes is never refused to the person; a no is never allowed. */
const contradicts = (says: boolean, does: Awaited<ReturnType<typeof tried>>) =>
  says ? does === 'refused to the person' : does === 'allowed'

/** An executive only ends programs; the example moves one on. */
const bodyFor = (who: Who, { method, path, body }: Endpoint) => {
  if (body === undefined) return undefined
  const example = examples[`${method} ${path}`] ?? {}
  return path.endsWith('/transitions') && who.startsWith('executive')
    ? { to: 'cancelled', note: 'Retrait de la demande par la commission.' }
    : example
}

describe('What a record says its reader can do', () => {
  const ofRecords = asking.filter(({ path }) => path.includes(':id'))
  const cells = ofRecords.flatMap((endpoint) => people.map((who) => [who, nameOf(endpoint), endpoint] as const))

  it.each(cells)('is for %s what %s then does', async (who, name, endpoint) => {
    const body = bodyFor(who, endpoint)
    const told = await toldOf(who, endpoint, body)
    const actions = (asksOf.get(name) ?? []).map(({ action }) => action)
    const says = told !== null && actions.some((action) => told.can.includes(action))
    const does = await tried(who, endpoint, body, told === null ? 1 : told['version'])
    // What is added has no version of its own, and a column says nothing of itself: their rules are asked of the program.
    const contradiction = told !== null && contradicts(says, does)
    expect({ name, says, does, contradiction }).toMatchObject({ contradiction: false })
  })
})

describe('What a program says its reader can do', () => {
  const { staff, partner } = knowledge.policies
  const cells = asking.flatMap((endpoint) => {
    const rules = (asksOf.get(nameOf(endpoint)) ?? []).map(({ rule }) => rule)
    return people.flatMap((who) => {
      const contributed = Object.entries(who === 'partner' ? partner : staff)
      const action = contributed.find(([, rule]) => rules.some((asked) => asked === rule))?.[0]
      return action === undefined ? [] : [[who, nameOf(endpoint), action, endpoint] as const]
    })
  })

  it('is contributed by several slices', () => {
    expect(new Set(cells.map(([, , action]) => action)).size).toBeGreaterThan(6)
  })

  it.each(cells)('is for %s what %s (%s) then does', async (who, name, action, endpoint) => {
    const { body: program } = await (await playing(who)).get<unknown>(`/programs/${specimens.program.id}`)
    const { can, ...rest } = allowed.parse(program)
    const says = can.includes(action)
    const does = await tried(who, endpoint, bodyFor(who, endpoint), rest['version'])
    expect({ name, says, does, contradiction: contradicts(says, does) }).toMatchObject({ contradiction: false })
  })
})
