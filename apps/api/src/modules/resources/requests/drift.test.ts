import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { Forecast } from '@entente/shared/resources/requests/contract'
import type { Decision, Waiver } from '@entente/shared/decisions/contract'
import type { Program } from '@entente/shared/programs/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram } = resourcesIn(world)
let money: { id: string }
let days: { id: string }
beforeAll(async () => {
  money = await envelope('90000.00')
  days = await envelope('400', { unit: 'staffDay' })
})

const plan = async (id: string, amount: string, plannedDays: string) => {
  const coordinator = await world.as('coordinator')
  const { version } = await granted(coordinator.get<Program>(`/programs/${id}`))
  const body = { plannedMoney: { amount, currency: 'CAD' }, plannedDays }
  await granted(coordinator.patch(`/programs/${id}`, body, version))
}
const accept = async (id: string, more: object = {}) => {
  const body = { ...more, outcome: 'accept', reason: 'Le plan convient à tous les partenaires.' }
  return (await world.as('executive')).post<Decision>(`/programs/${id}/decisions`, body)
}
/** A program accepted for 1 000 $ and 10 staff-days. */
const aPlanned = async () => {
  const { id } = await fundableProgram()
  await plan(id, '1000.00', '10')
  await world.inStage(id, 'decision')
  await granted(accept(id))
  await world.inStage(id, 'allocation')
  return id
}
const approved = async (asked: Allocation) => decide(await world.as('executive'), asked)
const askedDays = (amount: string) => ({ envelopeId: days.id, days: amount, description: 'Formation' })

/** The coordinator asks for a revised approval; a manager, who did not, grants it. */
const revise = async (programId: string, by: 'manager' | 'executive' = 'manager') => {
  const coordinator = await world.as('coordinator')
  const body = {
    gateId: 'P7-G7',
    reason:
      'Le prix des billets a augmenté après la décision ; l’ajout reste modeste et le comité de suivi en a pris acte à sa dernière séance.',
    expiresOn: '2027-01-31',
    evidenceDocumentId: await world.aDocument(),
  }
  const { id } = await granted(coordinator.post<Waiver>(`/programs/${programId}/waivers`, body))
  const decision = { outcome: 'granted', reason: 'Hausse constatée du prix des billets.' }
  return granted((await world.as(by)).post<Waiver>(`/waivers/${id}/decision`, decision))
}

describe('What is approved against the decided plan (P7-G7)', () => {
  it('is told before anyone asks: what stands, the plan, and where it asks again', async () => {
    const program = await aPlanned()
    await granted(approved(await submitted([line(money, '600.00')], program)))
    await submitted([line(money, '300.00')], program)
    const reader = await world.as('auditor')
    const { items } = await granted(reader.get<{ items: Forecast[] }>(`/programs/${program}/forecast`))
    expect(items).toEqual([
      { unit: 'CAD', planned: '1000.00', forecast: '600.00', revisedAbove: '1100.00', decidedAbove: '1250.00' },
      { unit: 'staffDay', planned: '10.0', forecast: '0.0', revisedAbove: '11.0', decidedAbove: '12.5' },
    ])
  })

  it('may exceed it by a tenth, with what stands already, and no cent more', async () => {
    const program = await aPlanned()
    await granted(approved(await submitted([line(money, '1000.00')], program)))
    const over = await submitted([line(money, '100.01')], program)
    expect(await approved(over)).toMatchObject({ status: 409, problem: 'gate-failed' })
    await granted(approved(await submitted([line(money, '100.00')], program)))
  })

  it('may be a plan of zero, against which every dollar goes back to the decision', async () => {
    const { id } = await fundableProgram()
    await plan(id, '0.00', '10')
    await world.inStage(id, 'decision')
    await granted(accept(id, { zeroPlanReason: 'L’hôte prend en charge tous les frais du programme.' }))
    await world.inStage(id, 'allocation')
    const asked = await submitted([line(money, '1.00')], id)
    expect(await approved(asked)).toMatchObject({ status: 409, problem: 'gate-failed' })
    await granted(approved(await submitted([askedDays('10')], id)))
  })

  it('is not signed by who granted the waiver above it', async () => {
    const program = await aPlanned()
    const over = await submitted([line(money, '1200.00')], program)
    await revise(program, 'executive')
    expect(await approved(over)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    await granted(decide(await world.as('executive2'), over))
  })

  it('asks for a revised approval beyond, which a manager grants by waiver', async () => {
    const program = await aPlanned()
    const over = await submitted([line(money, '1250.00'), askedDays('12.5')], program)
    expect((await approved(over)).body).toMatchObject({
      gates: [{ id: 'P7-G7', kind: 'waivable', waivedBy: ['manager', 'executive'] }],
    })
    await revise(program)
    await granted(approved(over))
    const stored = await world.db.gateEvaluation.findMany({ where: { programId: program, gateId: 'P7-G7' } })
    expect(stored.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(['hard passed', 'waivable waived'])
  })

  it('goes back to the decision above a quarter: no waiver changes that', async () => {
    const program = await aPlanned()
    await revise(program)
    const over = await submitted([askedDays('12.6')], program)
    const reply = await approved(over)
    expect(reply).toMatchObject({ status: 409, problem: 'gate-failed' })
    expect(reply.body).toMatchObject({ gates: [{ id: 'P7-G7', kind: 'hard' }] })
    const { items } = await granted(
      (await world.as('auditor')).get<{ items: object[] }>(`/ledger?programId=${program}`),
    )
    expect(items).toEqual([])
  })

  it('is weighed against the plan that was decided, until it is decided again', async () => {
    const program = await aPlanned()
    expect(await accept(program)).toMatchObject({ status: 409, problem: 'wrong-state' })
    await plan(program, '2000.00', '10')
    const over = await submitted([line(money, '1500.00')], program)
    expect((await approved(over)).body).toMatchObject({ gates: [{ id: 'P7-G7', kind: 'hard' }] })
    const { plan: decided } = await granted(accept(program))
    expect(decided).toEqual({ money: { amount: '2000.00', currency: 'CAD' }, days: '10.0' })
    await granted(approved(over))
  })

  it('holds for two approvals at once, by two people', async () => {
    const program = await aPlanned()
    const first = await submitted([line(money, '700.00')], program)
    const second = await submitted([line(money, '700.00')], program)
    const [one, other] = [await world.as('executive'), await world.as('executive2')]
    const replies = await Promise.all([decide(one, first), decide(other, second)])
    expect(statusesOf(replies)).toEqual([200, 409])
  })

  it('is not exceeded by taking again what was released', async () => {
    const program = await aPlanned()
    const first = await granted(approved(await submitted([line(money, '1000.00')], program)))
    const coordinator = await world.as('coordinator')
    const release = { lineId: first.lines[0]?.id, amount: { amount: '900.00', currency: 'CAD' }, on: '2026-11-20' }
    const { id } = await granted(coordinator.post<{ id: string }>(`/allocations/${first.id}/releases`, release))
    await granted(approved(await submitted([line(money, '1000.00')], program)))
    const again = await coordinator.post(`/ledger/${id}/reversal`, { reason: 'Libéré par erreur après la mission.' })
    expect(again).toMatchObject({ status: 409, problem: 'gate-failed' })
    expect(again.body).toMatchObject({ gates: [{ id: 'P7-G7', kind: 'hard' }] })
  })

  it('counts what general work spends for it, until that is reversed', async () => {
    const program = await aPlanned()
    const coordinator = await world.as('coordinator')
    const general = await granted(approved(await submitted([line(money, '900.00')])))
    const entry = { lineId: general.lines[0]?.id, amount: { amount: '900.00', currency: 'CAD' }, on: '2026-11-20' }
    await granted(coordinator.post(`/allocations/${general.id}/commitments`, { ...entry, programId: program }))
    const forecast = async () =>
      (await granted(coordinator.get<{ items: Forecast[] }>(`/programs/${program}/forecast`))).items[0]?.forecast
    expect(await forecast()).toBe('0.00')
    const spending = { ...entry, programId: program, reason: 'Le guichet ne donne pas de reçu' }
    const { id } = await granted(coordinator.post<{ id: string }>(`/allocations/${general.id}/expenses`, spending))
    expect(await forecast()).toBe('900.00')
    const over = await submitted([line(money, '200.01')], program)
    expect(await approved(over)).toMatchObject({ status: 409, problem: 'gate-failed' })
    await granted(coordinator.post(`/ledger/${id}/reversal`, { reason: 'La facture est d’un autre programme' }))
    expect(await forecast()).toBe('0.00')
    await granted(approved(over))
  })

  it('does not count the days that prepared its acceptance, nor their reversal', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    const general = await granted(approved(await submitted([askedDays('5')])))
    const entry = { lineId: general.lines[0]?.id, days: '5', on: '2026-11-20' }
    const spending = { ...entry, programId: id, reason: 'Jours de l’équipe, sans personne nommée' }
    const at = `/allocations/${general.id}`
    await granted((await world.as('coordinator')).post(`${at}/commitments`, entry))
    const spent = await granted((await world.as('coordinator')).post<{ id: string }>(`${at}/expenses`, spending))
    world.setTime('2026-11-24T15:00:00Z')
    await world.anApprovedAnalysis(id)
    await plan(id, '1000.00', '10')
    await world.inStage(id, 'decision')
    await granted(accept(id))
    const forecast = async () =>
      (await granted((await world.as('auditor')).get<{ items: Forecast[] }>(`/programs/${id}/forecast`))).items[1]
        ?.forecast
    expect(await forecast()).toBe('0.0')
    await granted(
      (await world.as('coordinator')).post(`/ledger/${spent.id}/reversal`, {
        reason: 'La facture est d’un autre programme',
      }),
    )
    expect(await forecast()).toBe('0.0')
    world.setTime(start.toISOString())
  })

  it('counts again what is released, and nothing where no plan was decided', async () => {
    const program = await aPlanned()
    const first = await granted(approved(await submitted([line(money, '1000.00')], program)))
    const release = { lineId: first.lines[0]?.id, amount: { amount: '900.00', currency: 'CAD' }, on: '2026-11-20' }
    await granted((await world.as('coordinator')).post(`/allocations/${first.id}/releases`, release))
    await granted(approved(await submitted([line(money, '1000.00')], program)))
    const { id } = await fundableProgram()
    expect((await approved(await submitted([line(money, '5000.00')], id))).status).toBe(200)
  })
})
