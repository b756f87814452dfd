import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram, rules } = resourcesIn(world)

let profiles = 0
const anEnvelope = () => envelope('90000.00', { profile: `pourquoi-${(profiles += 1)}` })
const seenBy = async (person: Person, { id }: { id: string }) => granted(person.get<Allocation>(`/allocations/${id}`))
const inboxOf = async (person: Person, { id }: { id: string }) => {
  const { items } = await granted(person.get<{ items: InboxItem[] }>('/approvals'))
  return items.find(({ allocation }) => allocation.id === id)?.allocation
}

describe('A request that someone cannot approve', () => {
  it('says over which limit it goes, in the words of the refusal', async () => {
    const manager = await world.someone('plafonnée', ['manager'], { limitMoney: '25000', limitDays: '20' })
    const money = await anEnvelope()
    const asked = await submitted([line(money, '25000.01')])
    const waiting = await inboxOf(manager, asked)
    const reason = waiting?.cannot.decide
    expect(reason).toContain('au-delà de votre limite de 25\u00a0000\u00a0$')
    expect(waiting?.can).toContain('decide')
    expect(await decide(manager, asked)).toMatchObject({ problem: 'over-limit', body: { detail: reason } })
    expect((await inboxOf(await world.as('executive'), asked))?.cannot).not.toHaveProperty('decide')
    await granted(decide(manager, asked, { outcome: 'returned', reason: 'Peut-on prévoir moins de nuitées ?' }))
  })

  it('says that they took part, signed already, or that nothing waits', async () => {
    const both = await world.someone('cumul', ['coordinator', 'executive'])
    await world.as('manager')
    await rules({ quorum: 2 })
    const asked = await submitted([line(await anEnvelope(), '10.00')])
    const executive = await world.as('executive')
    const first = { stepId: asked.steps[0]?.id }
    const signed = await granted(decide(executive, asked, first))
    expect(signed.cannot.decide).toContain('déjà signé une étape')
    expect(await decide(executive, signed)).toMatchObject({ problem: 'separation-of-duties' })
    const done = await granted(decide(await world.as('executive2'), signed))
    expect((await seenBy(both, done)).cannot.decide).toBe('Cette demande n’attend plus de décision.')
    const { id } = await granted(
      both.post<Allocation>('/allocations', {
        programId: null,
        justification: 'Veille à distance avant le scrutin.',
        neededOn: '2027-12-01',
        lines: [line(await anEnvelope(), '10.00')],
      }),
    )
    expect((await seenBy(both, { id })).cannot.decide).toContain('Vous avez pris part')
    expect((await seenBy(await world.as('auditor'), done)).cannot).toEqual({})
  })

  it('says that its program is suspended, or not at its allocation yet', async () => {
    const program = await fundableProgram()
    const asked = await submitted([line(await anEnvelope(), '10.00')], program.id)
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    expect((await seenBy(executive, asked)).cannot).not.toHaveProperty('decide')
    await granted(
      coordinator.post(`/programs/${program.id}/suspension`, {
        cause: 'security',
        note: 'Alerte de sécurité dans la capitale.',
      }),
    )
    expect((await seenBy(executive, asked)).cannot.decide).toContain('suspendu')
    const early = await world.aVerifiedProgram('design')
    const tooSoon = await submitted([line(await anEnvelope(), '10.00')], early.id)
    expect((await seenBy(executive, tooSoon)).cannot.decide).toContain('n’a pas atteint l’affectation')
  })
})

describe('What may be asked for a program', () => {
  it('is said by the rule that the draft itself is refused by', async () => {
    type Program = { can: string[]; cannot: { allocate?: string } }
    const coordinator = await world.as('coordinator')
    const lines = [line(await anEnvelope(), '10.00')]
    const ask = (programId: string) =>
      coordinator.post('/allocations', {
        programId,
        justification: 'Essai de la demande de ressources',
        neededOn: '2027-12-01',
        lines,
      })
    const early = await world.aVerifiedProgram('analysis')
    const reason = 'Le programme n’en est pas à demander des ressources.'
    const shown = await granted(coordinator.get<Program>(`/programs/${early.id}`))
    expect(shown.cannot.allocate).toBe(reason)
    expect(await ask(early.id)).toMatchObject({ problem: 'wrong-state', body: { detail: reason } })
    const designed = await world.aVerifiedProgram('design')
    expect((await granted(coordinator.get<Program>(`/programs/${designed.id}`))).can).toContain('allocate')
    await granted(ask(designed.id))
  })
})
