import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const refusedBy = z.object({ gates: z.array(z.object({ id: z.string() })) })
const world = useWorld()
const { envelope, line, draft, submitted, decide, read, fundableProgram } = resourcesIn(world)

let profiles = 0
const anEnvelope = (ceiling: string) => envelope(ceiling, { profile: `essai-${(profiles += 1)}` })
const manager = () => world.someone('gestion', ['manager'], { limitMoney: '25000', limitDays: '20' })

describe('Approving an allocation', () => {
  it('reserves every line at the last approval, not before', async () => {
    const money = await anEnvelope('1000.00')
    const asked = await submitted([line(money, '400.00'), line(money, '100.00')])
    expect(await read(money)).toMatchObject({ reserved: '0.00', available: '1000.00' })
    expect((await decide(await manager(), asked)).body).toMatchObject({ state: 'approved' })
    expect(await read(money)).toMatchObject({ reserved: '500.00', available: '500.00' })
  })

  it('is refused when one line does not fit, and then reserves none', async () => {
    const [wide, narrow] = [await anEnvelope('1000.00'), await anEnvelope('10.00')]
    const asked = await submitted([line(wide, '400.00'), line(narrow, '10.01')])
    const refusal = await decide(await manager(), asked)
    expect(refusal).toMatchObject({ status: 409, problem: 'ceiling-exceeded', body: { available: '10.00' } })
    expect(await read(wide)).toMatchObject({ reserved: '0.00' })
    expect((await (await world.as('auditor')).get(`/allocations/${asked.id}`)).body).toMatchObject({
      state: 'submitted',
    })
  })

  it('may grant less, refuse a line, and never grants more than was asked', async () => {
    const money = await anEnvelope('1000.00')
    const asked = await submitted([line(money, '400.00'), line(money, '300.00')])
    const [first, second] = asked.lines
    const more = [{ lineId: first?.id, amount: { amount: '400.01', currency: 'CAD' } }]
    expect(await decide(await manager(), asked, { lines: more })).toMatchObject({
      status: 400,
      pointers: ['/lines/0/amount'],
    })
    const lines = [
      { lineId: first?.id, amount: { amount: '250.50', currency: 'CAD' } },
      { lineId: second?.id, outcome: 'refused', reason: 'Plus tard, après le scrutin partiel.' },
    ]
    const { body } = await decide(await manager(), asked, { lines })
    expect(body.lines).toMatchObject([
      { approved: '250.50', outcome: 'approved' },
      { approved: '0.00', outcome: 'refused' },
    ])
    expect(await read(money)).toMatchObject({ reserved: '250.50' })
  })

  it('takes someone other than the one who asked, whatever roles they hold', async () => {
    const money = await anEnvelope('1000.00')
    const both = await world.someone('cumul', ['coordinator', 'manager', 'executive'], {
      limitMoney: '99999',
      limitDays: '99',
    })
    const { id } = await draft([line(money, '10.00')], null, both)
    const asked = await granted(both.post<Awaited<ReturnType<typeof submitted>>>(`/allocations/${id}/submission`))
    expect(asked.can).not.toContain('decide')
    expect(await decide(both, asked)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })

  it('takes someone who never wrote in it, even in an earlier version', async () => {
    const money = await anEnvelope('1000.00')
    const editor = await world.someone('plume', ['coordinator', 'executive'])
    const { id, version } = await draft([line(money, '10.00')])
    await granted(editor.patch(`/allocations/${id}`, { justification: 'Précisée après la question posée.' }, version))
    const asked = await granted(
      (await world.as('coordinator')).post<Awaited<ReturnType<typeof submitted>>>(`/allocations/${id}/submission`),
    )
    expect(await decide(editor, asked)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })

  it('goes up when the whole exceeds the person’s limit, however its lines are cut', async () => {
    const money = await anEnvelope('90000.00')
    const asked = await submitted([line(money, '13000.00'), line(money, '12000.01')])
    expect(await decide(await manager(), asked)).toMatchObject({ status: 409, problem: 'over-limit' })
    expect(await decide(await world.as('executive2'), asked)).toMatchObject({ status: 200 })
  })

  it('is never open to an admin, an auditor or the coordinator', async () => {
    const asked = await submitted([line(await anEnvelope('100.00'), '10.00')])
    for (const role of ['admin', 'auditor', 'coordinator'] as const) {
      expect(await decide(await world.as(role), asked)).toMatchObject({ status: 403, problem: 'closed-to-role' })
    }
  })

  it('happens once: of two people deciding at once, one is told it is decided', async () => {
    const money = await anEnvelope('1000.00')
    const asked = await submitted([line(money, '400.00')])
    const people = await Promise.all([world.as('executive'), world.as('executive2')])
    const replies = await Promise.all(people.map((person) => decide(person, asked)))
    expect(statusesOf(replies)).toEqual([200, 409])
    expect(await read(money)).toMatchObject({ reserved: '400.00' })
  })

  it('needs an analysis in force, answered objections and an authorization', async () => {
    const money = await anEnvelope('1000.00')
    const bare = await world.aVerifiedProgram('allocation')
    const refused = await decide(await world.as('executive'), await submitted([line(money, '10.00')], bare.id))
    expect(refused).toMatchObject({
      status: 409,
      problem: 'gate-failed',
    })
    const missing = refusedBy.parse(refused.body).gates.map(({ id }) => id)
    expect(missing).toEqual(expect.arrayContaining(['P2-G5', 'P5-G1', 'P7-G1']))
    const program = await fundableProgram()
    expect(
      await decide(await world.as('executive'), await submitted([line(money, '10.00')], program.id)),
    ).toMatchObject({ status: 200 })
  })

  it('is refused while the program is suspended; asking stays possible', async () => {
    const program = await fundableProgram()
    await granted(
      (await world.as('coordinator')).post(`/programs/${program.id}/suspension`, {
        cause: 'security',
        note: 'Alerte de sécurité dans la capitale.',
      }),
    )
    const asked = await submitted([line(await anEnvelope('100.00'), '10.00')], program.id)
    expect(await decide(await world.as('executive'), asked)).toMatchObject({ status: 409, problem: 'suspended' })
  })

  it('asks a reason to return or refuse; what is returned can be asked again', async () => {
    const asked = await submitted([line(await anEnvelope('100.00'), '10.00')])
    expect(await decide(await manager(), asked, { outcome: 'returned' })).toMatchObject({
      status: 400,
      pointers: ['/reason'],
    })
    const back = await granted(
      decide(await manager(), asked, { outcome: 'returned', reason: 'Pour quel mois ces jours sont-ils prévus ?' }),
    )
    expect(back).toMatchObject({
      state: 'returned',
      steps: [{ state: 'returned', reason: 'Pour quel mois ces jours sont-ils prévus ?' }],
    })
    const again = await granted(
      (await world.as('coordinator')).post<typeof asked>(`/allocations/${asked.id}/submission`),
    )
    expect(await decide(await manager(), again)).toMatchObject({ status: 200, body: { state: 'approved' } })
  })
})

describe('A decision', () => {
  it('that is stale or replayed changes nothing a second time', async () => {
    const money = await anEnvelope('1000.00')
    const executive = await world.as('executive')
    const asked = await submitted([line(money, '100.00')])
    const stale = await decide(executive, asked, {}, { 'if-match': `"${asked.version - 1}"` })
    expect(stale).toMatchObject({ status: 412 })
    const key = { 'idempotency-key': 'une-décision'.replace('é', 'e') }
    expect((await decide(executive, asked, {}, key)).status).toBe(200)
    expect(await decide(executive, asked, {}, key)).toMatchObject({
      status: 200,
      headers: { 'idempotent-replayed': 'true' },
    })
    expect(await decide(executive, asked)).toMatchObject({ status: 409, problem: 'already-decided' })
    expect(await read(money)).toMatchObject({ reserved: '100.00' })
  })
  it('refuses at its field a line that is given twice or in two units', async () => {
    const asked = await submitted([line(await anEnvelope('1000.00'), '100.00')])
    const executive = await world.as('executive')
    const of = { lineId: asked.lines[0]?.id, amount: { amount: '1.00', currency: 'CAD' } }
    const twice = [of, { ...of, outcome: 'refused', reason: 'Non, le calendrier ne le permet pas' }]
    expect(await decide(executive, asked, { lines: twice })).toMatchObject({ status: 400, pointers: ['/lines'] })
    const both = [{ ...of, days: '1' }]
    expect(await decide(executive, asked, { lines: both })).toMatchObject({
      status: 400,
      pointers: ['/lines/0/amount'],
    })
  })
})

describe('The approval inbox', () => {
  it('shows each envelope before and after, and which pending lines no longer fit', async () => {
    const money = await anEnvelope('1000.00')
    const first = await submitted([line(money, '700.00')])
    const second = await submitted([line(money, '400.00')])
    const { body } = await (await manager()).get<{ items: InboxItem[] }>('/approvals')
    const item = body.items.find((found) => found.allocation.id === first.id)
    expect(item).toMatchObject({
      withinLimit: true,
      lines: [
        {
          before: { available: '1000.00' },
          after: { reserved: '700.00', available: '300.00' },
          fits: true,
          wouldNoLongerFit: [{ allocationId: second.id, asked: '400.00' }],
        },
      ],
    })
  })
})
