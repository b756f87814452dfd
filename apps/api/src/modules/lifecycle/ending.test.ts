import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { Program } from '@entente/shared/programs/contract'
import { describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../test/support/builders.ts'
import { crewIn } from '../../../test/support/crew.ts'
import { resourcesIn } from '../../../test/support/resources.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read } = resourcesIn(world)
const crew = crewIn(world)
const note = 'Le pays hôte renonce à l’appui.'
const moved = async (id: string, to: string, by: 'coordinator' | 'executive') =>
  (await world.as(by)).post<Program>(`/programs/${id}/transitions`, { to, note })

/** A program in `allocation` with money reserved and committed, a pending request, a booking, a question, a waiver. */
const busy = async () => {
  const program = await world.aProvenProgram('allocation')
  const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
  const money = await envelope('1000.00', { profile: program.reference })
  const approved = await granted(decide(executive, await submitted([line(money, '400.00')], program.id)))
  const commitment = { lineId: approved.lines[0]?.id, amount: { amount: '150.00', currency: 'CAD' }, on: '2026-11-23' }
  await granted(coordinator.post(`/allocations/${approved.id}/commitments`, { ...commitment, ...withoutReceipt('') }))
  const pending = await submitted([line(money, '50.00')], program.id)
  const { id: staffId } = await crew.add(`Personne ${program.reference}`)
  const booking = await crew.asked({ staffId, programId: program.id })
  const question = { organizationId: program.host.organizationId, question: 'Que pensez-vous de la suite ?' }
  await granted(coordinator.post(`/programs/${program.id}/consultations`, question))
  return { program, money, pending, booking, coordinator }
}

describe('A program that is cancelled', () => {
  it('gives back what was reserved, and tells what is still to settle', async () => {
    const { program, money, coordinator } = await busy()
    expect(await read(money)).toMatchObject({ reserved: '250.00', committed: '150.00' })
    await granted(moved(program.id, 'cancelled', 'executive'))
    expect(await read(money)).toMatchObject({ reserved: '0.00', committed: '150.00', available: '850.00' })
    const auditor = await world.as('auditor')
    type Told = { items: { action: string; after: { ended?: { toSettle: object[] } } }[] }
    const { items } = await granted(auditor.get<Told>(`/audit?programId=${program.id}&action=program.move`))
    expect(items[0]?.after.ended?.toSettle).toMatchObject([{ unit: 'CAD', amount: '150.00' }])
    expect(
      await world.db.allocationLine.count({ where: { allocation: { programId: program.id }, reserved: { gt: 0 } } }),
    ).toBe(0)
    expect((await coordinator.get(`/programs/${program.id}`)).body).toMatchObject({ outcome: 'cancelled' })
  })

  it('leaves nothing that waits: no request, no booking, no question', async () => {
    const { program, pending, booking, coordinator } = await busy()
    await granted(moved(program.id, 'cancelled', 'executive'))
    expect((await coordinator.get<Allocation>(`/allocations/${pending.id}`)).body.state).toBe('closed')
    expect(await world.db.booking.findUniqueOrThrow({ where: { id: booking.id } })).toMatchObject({ state: 'released' })
    type Asked = { consultations: { state: string }[] }
    const { consultations } = await granted(coordinator.get<Asked>(`/programs/${program.id}/participation`))
    expect(consultations.map(({ state }) => state).toSorted()).toEqual(['answered', 'closed'])
    expect(await world.db.approvalStep.count({ where: { allocationId: pending.id, state: 'pending' } })).toBe(0)
  })

  it('is withdrawn by an executive only, once it was accepted', async () => {
    const { id } = await world.aProvenProgram('design')
    expect(await moved(id, 'withdrawn', 'coordinator')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect(await moved(id, 'withdrawn', 'executive')).toMatchObject({ status: 200, body: { outcome: 'withdrawn' } })
    const early = await world.aVerifiedProgram()
    expect(await moved(early.id, 'withdrawn', 'coordinator')).toMatchObject({ status: 200 })
  })
})

describe('A program that is reopened', () => {
  const reopen = async (id: string, to: string, by: 'coordinator' | 'executive' = 'executive') =>
    (await world.as(by)).post<Program>(`/programs/${id}/reopening`, { to, reason: 'Le besoin de l’hôte a changé.' })

  it('stands again in a former stage, and is asked again what it then needs', async () => {
    const { id } = await world.aProvenProgram('allocation')
    const back = await granted(reopen(id, 'analysis'))
    expect(back).toMatchObject({ stage: 'analysis', outcome: null })
    expect(back.compass.find(({ principle }) => principle === 4)).toMatchObject({ state: 'notYet' })
    expect(back.stages.at(-1)).toMatchObject({ from: 'allocation', stage: 'analysis' })
  })

  it('goes back by an executive only, and only to where it has been', async () => {
    const { id } = await world.aProvenProgram('design')
    expect(await reopen(id, 'analysis', 'coordinator')).toMatchObject({ status: 403 })
    expect(await reopen(id, 'allocation')).toMatchObject({ status: 409, problem: 'no-such-transition' })
    expect(await reopen(id, 'design')).toMatchObject({ status: 409, problem: 'no-such-transition' })
  })
})

describe('A suspended program', () => {
  const suspend = async (id: string, cause: string) =>
    granted(
      (await world.as('coordinator')).post(`/programs/${id}/suspension`, {
        cause,
        note: 'Crise politique au pays hôte.',
      }),
    )
  const resume = async (id: string) =>
    (await world.as('executive')).post<Program>(`/programs/${id}/resumption`, {
      note: 'La crise est passée, le calendrier tient.',
    })

  it('resumes on an analysis approved since, where its context changed', async () => {
    const { id } = await world.aProvenProgram('design')
    await suspend(id, 'security')
    expect(await resume(id)).toMatchObject({ status: 409, problem: 'gate-failed', body: { gates: [{ id: 'P2-G7' }] } })
    world.setTime('2026-11-25T15:00:00Z')
    await world.anApprovedAnalysis(id)
    expect(await resume(id)).toMatchObject({ status: 200, body: { suspended: null } })
    world.setTime('2026-11-23T15:00:00Z')
  })

  it('resumes as it is where only means were missing', async () => {
    const { id } = await world.aProvenProgram('design')
    await suspend(id, 'resources')
    expect(await resume(id)).toMatchObject({ status: 200 })
  })
})
