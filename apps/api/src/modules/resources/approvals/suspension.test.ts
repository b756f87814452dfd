import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, drift, fundableProgram } = resourcesIn(world)

let profiles = 0
const asked = async (programId: string) => {
  const money = await envelope('1000.00', { profile: `suspension ${(profiles += 1)}` })
  return { money, allocation: await submitted([line(money, '400.00')], programId) }
}
const suspend = async (programId: string) =>
  (await world.as('coordinator')).post(`/programs/${programId}/suspension`, {
    cause: 'security',
    note: 'Troubles dans la capitale du pays hôte',
  })

/** Resolves once so many statements wait for a lock of another. */
const waiting = async (count: number) => {
  for (let found = 0; found < count;) {
    const [row] = await world.db.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    found = Number(row?.waiting)
  }
}
/** Runs `act` while another transaction holds a row, and lets the row go when `until` says so. */
const whileHeld = <T>(table: 'envelopes' | 'programs', id: string, act: () => { done: T; until: Promise<unknown> }) =>
  world.db.$transaction(async (tx) => {
    await tx.$queryRawUnsafe(`SELECT 1 FROM ${table} WHERE id = $1::uuid FOR UPDATE`, id)
    if (table === 'programs')
      await tx.program.update({ where: { id }, data: { suspendedCause: 'security', suspendedSince: new Date() } })
    const { done, until } = act()
    await until
    return { done }
  })

describe('A suspension and an approval at one moment', () => {
  it('come one after the other: who suspends waits for the approval that has begun', async () => {
    const { id } = await fundableProgram()
    const { money, allocation } = await asked(id)
    const executive = await world.as('executive')
    const answered: string[] = []
    const { done } = await whileHeld('envelopes', money.id, () => {
      const approving = decide(executive, allocation)
      const suspending = waiting(1)
        .then(() => suspend(id))
        .finally(() => answered.push('suspended'))
      return { done: { approving, suspending }, until: Promise.race([waiting(2), suspending]) }
    })
    expect(answered).toEqual([])
    expect((await done.approving).status).toBe(200)
    expect((await done.suspending).status).toBe(200)
  })

  it('come in turn: what waits for a suspension finds the program suspended', async () => {
    const { id } = await fundableProgram()
    const [{ allocation: first }, { allocation }] = [await asked(id), await asked(id)]
    const [executive, coordinator] = [await world.as('executive'), await world.as('coordinator')]
    await granted(decide(executive, first))
    const giving = { lineId: first.lines[0]?.id, on: '2026-11-20', amount: { amount: '100.00', currency: 'CAD' } }
    const released = await granted(coordinator.post<LedgerEntry>(`/allocations/${first.id}/releases`, giving))
    const { done } = await whileHeld('programs', id, () => {
      const [approving, taking, committing] = [
        decide(executive, allocation),
        coordinator.post(`/ledger/${released.id}/reversal`, { reason: 'Erreur de saisie relevée à la relecture' }),
        waiting(2).then(() => coordinator.post(`/allocations/${first.id}/commitments`, giving)),
      ]
      return { done: [approving, taking, committing], until: waiting(3) }
    })
    for (const reply of await Promise.all(done)) expect(reply).toMatchObject({ status: 409, problem: 'suspended' })
    expect(await drift()).toEqual([])
  })

  it('leave no approval after the suspension, however many are decided at once', async () => {
    const { id } = await fundableProgram()
    const all = []
    for (let index = 0; index < 8; index += 1) all.push((await asked(id)).allocation)
    const [executive, other] = [await world.as('executive'), await world.as('executive2')]
    const deciding = all.map((allocation, index) => decide(index % 2 === 0 ? executive : other, allocation))
    const [suspended, ...replies] = await Promise.all([suspend(id), ...deciding])
    expect(suspended.status).toBe(200)
    const trail = `/audit?programId=${id}&limit=100`
    const { items } = await granted((await world.as('auditor')).get<{ items: { action: string }[] }>(trail))
    const actions = items.map(({ action }) => action)
    expect(actions.slice(0, actions.indexOf('program.suspend'))).not.toContain('allocation.approved')
    const approved = replies.filter(({ status }) => status === 200)
    expect(actions.filter((action) => action === 'allocation.approved')).toHaveLength(approved.length)
    const refused = replies.filter(({ status }) => status !== 200).map(({ problem }) => problem)
    expect(refused.filter((problem) => problem !== 'suspended')).toEqual([])
  })
})
