import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { examplesFor } from '../support/examples.ts'
import { resourcesIn } from '../support/resources.ts'
import { addressOf, type Specimens, specimensIn } from '../support/specimens.ts'
import { type Person, useWorld } from '../support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, drift } = resourcesIn(world)
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
}, 60_000)

/** Every way to write, but those that end one's own session. */
const writes = endpoints.filter(({ method, path }) => method !== 'GET' && !['/session', '/setup'].includes(path))
const limits = { limitMoney: '25000', limitDays: '20' }
type Case = { person: Person; asked: Allocation }

const anAllocation = async (name: string, by: Person) => {
  const money = await envelope('500.00', { profile: `contrôle ${name}` })
  const body = {
    programId: null,
    justification: 'Prévu au plan que la décision a accepté.',
    neededOn: '2026-12-01',
    lines: [line(money, '10.00')],
  }
  const { id } = await granted(by.post<Allocation>('/allocations', body))
  return granted(by.post<Allocation>(`/allocations/${id}/submission`))
}

const cases = {
  'who asked, holding every role': async () => {
    const roles = ['coordinator', 'analyst', 'manager', 'executive', 'admin'] as const
    const person = await world.someone('tous les rôles', [...roles])
    return { person, asked: await anAllocation('demande', person) }
  },
  'who edited, as a coordinator who is a manager too': async () => {
    const person = await world.someone('écrit et décide', ['coordinator', 'manager'], limits)
    const drafted = await anAllocation('modification', await world.as('coordinator'))
    await granted(person.post(`/allocations/${drafted.id}/withdrawal`))
    await granted(
      person.patch(
        `/allocations/${drafted.id}`,
        { justification: 'Revu après la question du gestionnaire.' },
        drafted.version + 1,
      ),
    )
    const coordinator = await world.as('coordinator')
    return { person, asked: await granted(coordinator.post<Allocation>(`/allocations/${drafted.id}/submission`)) }
  },
  'who submitted what another wrote': async () => {
    const person = await world.someone('soumet et décide', ['coordinator', 'executive'])
    const drafted = await anAllocation('soumission', await world.as('coordinator'))
    await granted(person.post(`/allocations/${drafted.id}/withdrawal`))
    return { person, asked: await granted(person.post<Allocation>(`/allocations/${drafted.id}/submission`)) }
  },
  'who acts for whoever asked': async () => {
    const giver = await world.someone('absente', ['coordinator', 'executive'])
    const person = await world.someone('délégataire', ['coordinator', 'manager'])
    const days = { startsOn: '2026-11-23', endsOn: '2026-12-31' }
    const lending = {
      toId: person.id,
      ...days,
      units: ['CAD', 'staffDay', 'item'],
      reason: 'Congé annuel de deux semaines',
    }
    await granted(giver.post('/delegations', lending))
    return { person, asked: await anAllocation('délégation', giver) }
  },
  'an admin': async () => ({
    person: await world.as('admin'),
    asked: await submitted([line(await envelope('500.00', { profile: 'contrôle admin' }), '10.00')]),
  }),
} satisfies Record<string, () => Promise<Case>>

/** The allocation submitted again when a write took it back, by a colleague: the way must be closed at every turn. */
const awaiting = async (id: string) => {
  const coordinator = await world.as('coordinator')
  const seen = await granted(coordinator.get<Allocation>(`/allocations/${id}`))
  if (seen.state === 'submitted') return seen
  return granted(coordinator.post<Allocation>(`/allocations/${id}/submission`))
}

describe('Nobody approves resources they took part in', () => {
  it.each(Object.entries(cases))(
    'by no path: %s tries every write, and the decision after each',
    async (_, arrange) => {
      const { person, asked } = await arrange()
      const ids = { ...specimens.ids, allocations: asked.id }
      const examples = examplesFor({ ...specimens, ids, lineId: asked.lines[0]?.id ?? '' })
      let present = asked
      for (const endpoint of writes) {
        const { version, steps } = present
        const address = addressOf(endpoint, ids)
        const body = {
          ...examples[nameOf(endpoint)],
          ...(address.endsWith('/decisions') && { stepId: steps.at(-1)?.id }),
        }
        if (endpoint.method === 'POST') await person.post(address, body)
        else if (endpoint.method === 'PATCH') await person.patch(address, body, version)
        present = await awaiting(asked.id)
        const outcome = await decide(person, present)
        expect({ after: nameOf(endpoint), status: outcome.status }).toMatchObject({
          status: expect.toSatisfy((status: number) => status === 403 || status === 409),
        })
      }
      expect(await world.db.ledgerEntry.count({ where: { allocationId: asked.id } })).toBe(0)
      expect(await world.db.approvalStep.count({ where: { allocationId: asked.id, state: 'approved' } })).toBe(0)
      expect(await drift()).toEqual([])
    },
    120_000,
  )
})
