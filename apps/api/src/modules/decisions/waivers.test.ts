import type { Waiver } from '@entente/shared/decisions/contract'
import { gatesById } from '@entente/shared/proof/rules'
import { othersByWaiver } from '@entente/shared/calendar/gates'
import { driftRevised } from '@entente/shared/decisions/drift-gates'
import { waivableGates } from '@entente/shared/decisions/rules'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { start, useWorld } from '../../../test/support/world.ts'
import { reading } from '../../platform/records/call.ts'
import { settableClock } from '../../platform/database/clock.ts'
import { activeWaivers } from './facts.ts'

const world = useWorld()
const reason =
  'Le scrutin a été avancé par la cour après la réception de la demande ; attendre priverait l’hôte de tout appui utile avant le scrutin.'

const asking = async (programId: string, fields: object = {}) =>
  (await world.as('coordinator')).post<Waiver>(`/programs/${programId}/waivers`, {
    gateId: 'P1-G4',
    reason,
    expiresOn: '2027-01-31',
    evidenceDocumentId: await world.aDocument(),
    ...fields,
  })
const decidedBy = async (id: string, persona: 'manager' | 'executive' | 'executive2', outcome = 'granted') =>
  (await world.as(persona)).post<Waiver>(`/waivers/${id}/decision`, {
    outcome,
    reason: 'Le motif suffit, la pièce le montre.',
  })

describe('The gates that can be waived', () => {
  it('are those the policy’s table calls waivable, with the roles it names', () => {
    const gates = [...gatesById.values(), othersByWaiver, driftRevised]
    const waivable = gates.filter((gate) => gate.kind === 'waivable')
    expect(new Map(waivable.map((gate) => [gate.id, gate.waivedBy]))).toEqual(waivableGates)
  })
})

describe('Asking for a waiver', () => {
  it('names a gate that can be waived', async () => {
    const program = await world.aVerifiedProgram()
    for (const gateId of ['P1-G1', 'P9-G9']) {
      expect(await asking(program.id, { gateId })).toMatchObject({ status: 400, pointers: ['/gateId'] })
    }
  })

  it('says why in a hundred characters at least', async () => {
    const program = await world.aVerifiedProgram()
    const short = await asking(program.id, { reason: 'a'.repeat(99) })
    expect(short).toMatchObject({ status: 400, pointers: ['/reason'] })
  })

  it('ends within ninety days', async () => {
    const program = await world.aVerifiedProgram()
    for (const expiresOn of ['2026-11-23', '2027-02-22']) {
      expect(await asking(program.id, { expiresOn })).toMatchObject({ status: 400, pointers: ['/expiresOn'] })
    }
    expect((await asking(program.id, { expiresOn: '2027-02-21' })).status).toBe(201)
  })

  it('shows evidence of this program', async () => {
    const [program, other] = [await world.aVerifiedProgram(), await world.aVerifiedProgram()]
    const { evidenceDocumentId } = await granted(asking(other.id))
    const borrowed = await asking(program.id, { evidenceDocumentId })
    expect(borrowed).toMatchObject({ status: 400, pointers: ['/evidenceDocumentId'] })
  })

  it('happens once at a time, and not while a granted one holds', async () => {
    const program = await world.aVerifiedProgram()
    const { id } = await granted(asking(program.id))
    expect(await asking(program.id)).toMatchObject({ status: 409, problem: 'wrong-state' })
    await granted(decidedBy(id, 'executive'))
    expect(await asking(program.id)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect((await asking(program.id, { gateId: 'P6-G1' })).status).toBe(201)
  })

  it('names whom and when for a gate of persons, and nobody for any other', async () => {
    const program = await world.aVerifiedProgram()
    const staff = { name: 'Ana', function: 'Accueil', profile: 'Formation' }
    const { id: staffId } = await granted((await world.as('manager')).post<{ id: string }>('/staff', staff))
    const absence = { staffId, from: '2027-02-15', to: '2027-02-17' }
    const wrong = { status: 400, pointers: ['/absence'] }
    expect(await asking(program.id, { gateId: 'P7-G6' })).toMatchObject(wrong)
    expect(await asking(program.id, { absence })).toMatchObject(wrong)
    const asked = await granted(asking(program.id, { gateId: 'P7-G6', absence }))
    expect(asked.absence).toMatchObject({ staff: { id: staffId, name: 'Ana' }, from: '2027-02-15', to: '2027-02-17' })
  })

  it('is possible again after a refusal or its last day, one level up', async () => {
    const program = await world.aVerifiedProgram()
    const gateId = 'P6-G1'
    const first = await granted(asking(program.id, { gateId }))
    expect(first).toMatchObject({ level: 0, decidedByRoles: ['manager', 'executive'] })
    await granted(decidedBy(first.id, 'manager', 'refused'))
    const second = await granted(asking(program.id, { gateId }))
    expect(second).toMatchObject({ level: 1, decidedByRoles: ['executive'] })
    expect(await decidedBy(second.id, 'manager')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    await granted(decidedBy(second.id, 'executive'))
    world.setTime('2027-02-01T15:00:00Z')
    const third = await granted(asking(program.id, { gateId, expiresOn: '2027-03-01' }))
    expect(await decidedBy(third.id, 'executive')).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    await granted(decidedBy(third.id, 'executive2'))
    world.setTime(start.toISOString())
  })
})

describe('Deciding on a waiver', () => {
  it('is open to the roles the gate names', async () => {
    const program = await world.aVerifiedProgram()
    const lateness = await granted(asking(program.id))
    const alone = await granted(asking(program.id, { gateId: 'P6-G1' }))
    expect(await decidedBy(lateness.id, 'manager')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect(await decidedBy(alone.id, 'manager')).toMatchObject({ status: 200, body: { state: 'granted', can: [] } })
  })

  it('takes someone other than the one who asked, whatever their roles', async () => {
    const program = await world.aVerifiedProgram()
    const both = await world.someone('both', ['coordinator', 'executive'])
    const body = { gateId: 'P1-G4', reason, expiresOn: '2027-01-31', evidenceDocumentId: await world.aDocument(both) }
    const { id, can } = await granted(both.post<Waiver>(`/programs/${program.id}/waivers`, body))
    const own = await both.post(`/waivers/${id}/decision`, {
      outcome: 'granted',
      reason: 'Oui, le plan et le calendrier conviennent',
    })
    expect(can).toEqual([])
    expect(own).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })

  it('happens once', async () => {
    const program = await world.aVerifiedProgram()
    const { id } = await granted(asking(program.id))
    const replies = await Promise.all([decidedBy(id, 'executive'), decidedBy(id, 'executive2', 'refused')])
    expect(statusesOf(replies)).toEqual([200, 409])
    expect(replies.map((reply) => reply.problem)).toContain('already-decided')
  })

  it('opens the gate until the waiver’s last day', async () => {
    const program = await world.aVerifiedProgram()
    const { id } = await granted(asking(program.id))
    const openOn = async (day: string) => {
      const tx = await reading({ reader: world.db, clock: settableClock(new Date(`${day}T17:00:00Z`)).clock })
      return [...((await activeWaivers(tx, [program.id])).get(program.id)?.keys() ?? [])]
    }
    expect(await openOn('2026-11-23')).toEqual([])
    await granted(decidedBy(id, 'executive'))
    expect(await openOn('2027-01-31')).toEqual(['P1-G4'])
    expect(await openOn('2027-02-01')).toEqual([])
  })
})
