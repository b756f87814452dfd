import type { Authorization } from '@entente/shared/decisions/contract'
import type { ProofGate } from '@entente/shared/proof/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import type { Persona } from '../../../test/support/client.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
afterEach(() => world.setTime(start.toISOString()))
type Decisions = { authorizations: Authorization[] }

const paper = (kind = 'authorization') => world.aDocument(undefined, { kind })
const record = async (number: string, fields: object = {}) =>
  (await world.as('coordinator')).post<Authorization>('/authorizations', {
    number,
    title: 'Décret',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    documentId: await paper(),
    ...fields,
  })
const confirm = async (id: string, by: Persona = 'executive') =>
  (await world.as(by)).post<Authorization>(`/authorizations/${id}/confirmation`)
const withdraw = async (id: string, fields: object = {}) =>
  (await world.as('coordinator')).post<Authorization>(`/authorizations/${id}/withdrawal`, {
    on: '2026-11-23',
    reason: 'Le gouvernement a retiré son autorisation.',
    documentId: await paper('letter'),
    ...fields,
  })
const onFile = async (number: string, fields: object = {}) => {
  const { id } = await granted(record(number, fields))
  return granted(confirm(id))
}
const gateOf = async (programId: string, query = '') => {
  const auditor = await world.as('auditor')
  const { gates } = await granted(auditor.get<{ gates: ProofGate[] }>(`/programs/${programId}/proof${query}`))
  return gates.find(({ id }) => id === 'P7-G1')
}

describe('Putting an authorization on file', () => {
  it('happens once per number', async () => {
    expect(await record('1-2026')).toMatchObject({ status: 201, body: { number: '1-2026', countryCodes: [] } })
    expect(await record('1-2026')).toMatchObject({ status: 409, problem: 'conflict' })
    expect(await (await world.as('analyst')).post('/authorizations', {})).toMatchObject({ status: 403 })
  })

  it('is for five years at most', async () => {
    const until = (endsOn: string) => record('1-2031', { endsOn })
    expect(await until('2031-01-01')).toMatchObject({ status: 400, pointers: ['/endsOn'] })
    expect((await until('2030-12-31')).status).toBe(201)
  })

  it('rests on a document of its own kind', async () => {
    const letter = await record('1-2028', { documentId: await paper('letter') })
    expect(letter).toMatchObject({ status: 400, pointers: ['/documentId'] })
  })

  it('is told to its program, in its country and its period', async () => {
    await granted(record('2-2026', { countryCodes: ['MG', 'SN'] }))
    await granted(record('3-2026', { countryCodes: ['HT'] }))
    await granted(record('4-2026', { endsOn: '2026-11-01' }))
    await granted(record('5-2026'))
    const program = await world.aVerifiedProgram('decision')
    const seen = await granted((await world.as('auditor')).get<Decisions>(`/programs/${program.id}/decisions`))
    const numbers = seen.authorizations.map((item) => item.number)
    expect(numbers).toEqual(expect.arrayContaining(['2-2026', '5-2026']))
    expect(numbers).not.toContain('3-2026')
    expect(numbers).not.toContain('4-2026')
  })
})

describe('An authorization', () => {
  it('counts once another person than the one who recorded it confirmed it', async () => {
    const program = await world.aVerifiedProgram('design', { countryCode: 'BJ' })
    const { id, can, cannot } = await granted(record('BJ-1', { countryCodes: ['BJ'] }))
    expect(can).toEqual(['withdraw'])
    expect(Object.keys(cannot)).toEqual(['confirm'])
    expect(await gateOf(program.id)).toMatchObject({
      state: 'failed',
      missing: [{ label: expect.stringMatching(/^Faire confirmer l’autorisation .* par une deuxième personne$/) }],
    })
    expect(await confirm(id, 'coordinator')).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    expect(await confirm(id, 'manager')).toMatchObject({ status: 403 })
    const executive = await world.as('executive')
    expect(await granted(confirm(id))).toMatchObject({ state: 'confirmed', confirmedBy: { id: executive.id } })
    expect(await gateOf(program.id)).toMatchObject({ state: 'passed', until: '2027-12-31' })
    expect(await confirm(id)).toMatchObject({ status: 409, problem: 'already-decided' })
  })

  it('counts no more from the day it is withdrawn, and the proof tells of it', async () => {
    const program = await world.aVerifiedProgram('design', { countryCode: 'TG' })
    const { id } = await onFile('TG-1', { countryCodes: ['TG'] })
    expect(await gateOf(program.id)).toMatchObject({ state: 'passed' })
    world.setTime('2026-11-24T15:00:00Z')
    await granted(withdraw(id, { on: '2026-11-26' }))
    expect(await gateOf(program.id)).toMatchObject({ state: 'passed', until: '2026-11-25' })
    world.setTime('2026-11-26T15:00:00Z')
    expect(await gateOf(program.id)).toMatchObject({ state: 'failed' })
    expect(await withdraw(id)).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('withdrawn today stops what rests on it today', async () => {
    const program = await world.aVerifiedProgram('design', { countryCode: 'NE' })
    const { id } = await onFile('NE-1', { countryCodes: ['NE'] })
    expect(await granted(withdraw(id))).toMatchObject({ state: 'withdrawn', can: [] })
    const found = await gateOf(program.id)
    expect(found).toMatchObject({ state: 'failed', cause: { action: 'authorization.withdraw' } })
  })

  it('is withdrawn on a day of its period, for a reason, on a document that shows it', async () => {
    const { id } = await onFile('W-1', { startsOn: '2026-06-01' })
    for (const [field, value] of [
      ['on', '2026-05-31'],
      ['on', '2028-01-01'],
      ['reason', '.'],
      ['documentId', await paper('receipt')],
    ] as const)
      expect(await withdraw(id, { [field]: value })).toMatchObject({ status: 400, pointers: [`/${field}`] })
  })
})
