import { describe, expect, it } from 'vitest'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { settableClock } from '../../../platform/database/clock.ts'
import { systemCommand } from '../../../platform/records/command.ts'
import { actorFrom } from '../../users/queries.ts'
import { reserve } from './approval-service.ts'
import { allocationRecord } from '../requests/queries.ts'

const world = useWorld()
const { envelope, line, submitted, read } = resourcesIn(world)

describe('The ceiling', () => {
  it('is kept by the update itself, where nothing was checked before', async () => {
    const money = await envelope('100.00')
    const { id } = await submitted([line(money, '500.00')])
    const { clock } = settableClock(start)
    const { id: by } = await world.as('executive')
    const reserveUnchecked = (amount: string) =>
      systemCommand({ db: world.db, clock }, async (tx) => {
        const row = await allocationRecord.find(tx, id)
        const actor = actorFrom(await tx.db.user.findUniqueOrThrow({ where: { id: by } }))
        const grant = { amount: new Prisma.Decimal(amount), original: null, reason: null }
        for (const asked of row.lines) await reserve(tx, actor, row, { line: asked, ...grant })
        return { answer: null, record: { action: 'test', resource: 'allocation', id, programId: null } }
      })
    await expect(reserveUnchecked('100.01')).rejects.toMatchObject({ code: 'ceiling-exceeded' })
    expect(await read(money)).toMatchObject({ reserved: '0.00' })
    await reserveUnchecked('100.00')
    expect(await read(money)).toMatchObject({ reserved: '100.00', available: '0.00' })
  })

  it('is given to no envelope as it opens: two people sign it afterwards', async () => {
    const money = await envelope('100.00', { profile: 'ouverture' })
    const row = await world.db.envelope.findUniqueOrThrow({ where: { id: money.id } })
    const empty = { ...row, reserved: 0, committed: 0, spent: 0, held: 0 }
    for (const amount of [
      { opening: 5, ceiling: 5 },
      { opening: 0, ceiling: 5 },
      { opening: 5, ceiling: 0 },
    ]) {
      const made = { ...empty, ...amount, id: crypto.randomUUID(), profile: crypto.randomUUID() }
      await expect(world.db.envelope.create({ data: made })).rejects.toThrow('an envelope opens empty')
    }
  })
})
