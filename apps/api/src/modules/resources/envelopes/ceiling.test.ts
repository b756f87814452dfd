import { describe, expect, it } from 'vitest'
import { statusesOf } from '../../../../test/support/client.ts'
import { randomOf } from '../../../../test/support/random.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { storm } from '../../../../test/support/storm.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read, drift } = resourcesIn(world)

const seedsTo = (count: number) => Array.from({ length: count }, (_unused, index) => index + 1)
/** Five rushes and two small storms with every test run; `npm run drills` asks for twenty of each, of 400 approvals. */
const rushes = seedsTo(Number(process.env.STORM_SEEDS ?? 5))
const storms = seedsTo(Number(process.env.STORM_SEEDS ?? 2))
const approvals = Number(process.env.STORM_APPROVALS ?? 64)
const clients = 32

describe('Thirty-two clients approving against one ceiling', () => {
  it.each(rushes)('grant exactly what fits (seed %i)', async (seed) => {
    const { next: random } = randomOf(seed)
    const fitting = 5 + Math.floor(random() * 20)
    const amount = (1 + Math.floor(random() * 90_000) / 100).toFixed(2)
    const cents = Math.round(Number(amount) * 100)
    const ceiling = ((cents * fitting + Math.floor(random() * cents)) / 100).toFixed(2)
    const money = await envelope(ceiling, { profile: `graine-${seed}` })
    const asked = await Promise.all(Array.from({ length: clients }, () => submitted([line(money, amount)])))
    const approvers = await Promise.all([world.as('executive'), world.as('executive2'), world.as('executive3')])
    const replies = await Promise.all(
      asked.map((allocation, index) => decide(approvers[index % approvers.length] ?? approvers[0], allocation)),
    )
    const granted = replies.filter((reply) => reply.status === 200).length
    expect(granted).toBe(fitting)
    expect(statusesOf(replies)).toEqual([
      ...Array<number>(fitting).fill(200),
      ...Array<number>(clients - fitting).fill(409),
    ])
    expect(replies.filter((reply) => reply.status === 409).every((reply) => reply.problem === 'ceiling-exceeded')).toBe(
      true,
    )
    expect(await read(money)).toMatchObject({ reserved: ((cents * fitting) / 100).toFixed(2) })
  })
})

describe('Approvals that draw on two envelopes in opposite orders', () => {
  it('never wait for each other for ever, and exceed neither ceiling', async () => {
    const [left, right] = [
      await envelope('1000.00', { profile: 'gauche' }),
      await envelope('900.00', { profile: 'droite' }),
    ]
    const asked = []
    for (let index = 0; index < 24; index += 1) {
      const lines = [line(left, '50.00'), line(right, '50.00')]
      asked.push(await submitted(index % 2 === 0 ? lines : lines.toReversed()))
    }
    const executive = await world.as('executive')
    const replies = await Promise.all(asked.map((allocation) => decide(executive, allocation)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(18)
    expect(await read(right)).toMatchObject({ reserved: '900.00', available: '0.00' })
    expect(await read(left)).toMatchObject({ reserved: '900.00', available: '100.00' })
  })
})

describe('A storm of approvals, withdrawals, edits and releases over two ceilings each', () => {
  it.each(storms)(
    'exceeds no ceiling in any snapshot and drifts by nothing (seed %i)',
    async (seed) => {
      const { statuses, snapshots, overCeiling, drifted } = await storm(world, seed, { approvals, clients })
      const expected = ['200', '409 ceiling-exceeded', '409 wrong-state', '409 already-decided', '412 stale-version']
      expect([...statuses.keys()].filter((outcome) => !['201', ...expected].includes(outcome))).toEqual([])
      expect(statuses.get('200')).toBeGreaterThan(0)
      expect(statuses.get('409 ceiling-exceeded')).toBeGreaterThan(0)
      expect(snapshots).toBeGreaterThan(0)
      expect({ overCeiling, drifted }).toEqual({ overCeiling: 0, drifted: 0 })
      expect(await drift()).toEqual([])
    },
    300_000,
  )
})
