import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram, rules } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

describe('Requests cut to stay under a limit', () => {
  it('are flagged to whoever decides, each with the others, for thirty days', async () => {
    const manager = await world.someone('gestion', ['manager'], { limitMoney: '25000', limitDays: '20' })
    const money = await envelope('200000.00', { profile: 'fractions' })
    const program = await fundableProgram()
    const inbox = async (id: string) =>
      (await granted(manager.get<{ items: InboxItem[] }>('/approvals'))).items.find(
        ({ allocation }) => allocation.id === id,
      )
    const first = await submitted([line(money, '24000.00')], program.id)
    expect(await inbox(first.id)).toMatchObject({ split: null, withinLimit: true })
    world.setTime('2026-12-10T15:00:00Z')
    const elsewhere = await submitted([line(money, '24000.00')])
    const second = await submitted([line(money, '20000.00')], program.id)
    expect(await inbox(second.id)).toMatchObject({
      withinLimit: true,
      split: {
        unit: 'CAD',
        limit: '25000.00',
        total: '44000.00',
        count: 1,
        others: [{ allocationId: first.id, submittedOn: '2026-11-23', asked: '24000.00' }],
      },
    })
    expect(await inbox(elsewhere.id)).toMatchObject({ split: null })
    await granted(decide(manager, second))
    const recorded = await world.db.gateEvaluation.findMany({ where: { gateId: 'P7-G8', state: 'failed' } })
    expect(recorded).toHaveLength(1)
    world.setTime('2027-01-20T15:00:00Z')
    const late = await submitted([line(money, '24000.00')], program.id)
    expect(await inbox(late.id)).toMatchObject({ split: null })
  })

  it('are flagged under the threshold of a rule, too, each a small part of a limit', async () => {
    const manager = await world.someone('gestion', ['manager'], { limitMoney: '25000', limitDays: '20' })
    const second = { name: { fr: 'Seconde signature', en: null }, role: 'manager', group: 1, quorum: 1 }
    for (const one of ['executive', 'executive2', 'manager'] as const) await world.as(one)
    await rules(
      {},
      { ...second, unit: 'CAD', above: '8000' },
      { ...second, unit: 'staffDay', above: '5', isSerious: true },
    )
    const money = await envelope('200000.00', { profile: 'seuils' })
    const days = await envelope('40', { unit: 'staffDay', profile: 'seuils' })
    const inbox = async () => (await granted(manager.get<{ items: InboxItem[] }>('/approvals'))).items
    const splitOf = async (id: string) => (await inbox()).find(({ allocation }) => allocation.id === id)?.split
    const someDays = { envelopeId: days.id, days: '1', description: 'Formation' }
    const six = async (programId: string | null) => {
      const made = []
      for (let count = 0; count < 6; count += 1)
        made.push(await submitted([line(money, '1350.00'), someDays], programId))
      return made.map(({ id }) => id)
    }
    const atRisk = await six((await fundableProgram()).id)
    const flagged = { unit: 'CAD', limit: '8000.00', total: '8100.00', count: 5 }
    for (const id of atRisk) expect(await splitOf(id)).toMatchObject(flagged)
    const inDays = await submitted([{ ...someDays, days: '3' }], null)
    const general = await submitted([{ ...someDays, days: '3' }], null)
    for (const { id } of [inDays, general]) expect(await splitOf(id)).toBeNull()
    const { id } = await fundableProgram()
    const [one, other] = [await submitted([someDays], id), await submitted([{ ...someDays, days: '4.5' }], id)]
    const atSeriousRisk = { unit: 'staffDay', limit: '5.0', total: '5.5', count: 1 }
    for (const request of [one, other]) expect(await splitOf(request.id)).toMatchObject(atSeriousRisk)
  })
})
