import type { InboxItem } from '@entente/shared/allocations/allocation-contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../test/builders.ts'
import { resourcesIn } from '../../../test/resources.ts'
import { start, useWorld } from '../../../test/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

describe('Requests cut to stay under a limit', () => {
  it('are flagged to whoever decides, each with the others, for thirty days; the decision stays theirs', async () => {
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
})
