import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../../../../test/support/builders.ts'
import { randomOf } from '../../../../test/support/random.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, readOn, transfer, ceiling, sign, drift } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

/** People who grant, commit, spend, release, undo, transfer and change ceilings, in an order drawn by lot. */
const historyOf = (seed: number, envelopes: readonly Envelope[]) => {
  const random = randomOf(seed)
  const approved: Allocation[] = []
  const entries: LedgerEntry[] = []
  const cad = () => `${1 + random.below(300)}.${String(random.below(100)).padStart(2, '0')}`
  const keep = (reply: { status: number; body: LedgerEntry }) => {
    if (reply.status === 201) entries.push(reply.body)
  }
  const acts = {
    grant: async () => {
      const lines = envelopes.filter(() => random.next() < 0.6).map((one) => line(one, cad()))
      if (lines.length === 0) return
      const asked = await submitted(lines)
      if ((await decide(await world.as('executive'), asked)).status === 200) approved.push(asked)
    },
    record: async () => {
      if (approved.length === 0) return
      const { id, lines } = random.of(approved)
      const verb = random.of(['commitments', 'commitments', 'expenses', 'releases'])
      const body = {
        lineId: random.of(lines).id,
        amount: { amount: cad(), currency: 'CAD' },
        on: '2026-11-23',
        ...withoutReceipt(verb),
      }
      keep(await (await world.as('coordinator')).post<LedgerEntry>(`/allocations/${id}/${verb}`, body))
    },
    undo: async () => {
      if (entries.length === 0) return
      const url = `/ledger/${random.of(entries).id}/reversal`
      keep(
        await (
          await world.as('coordinator')
        ).post<LedgerEntry>(url, { reason: 'Erreur de saisie relevée à la relecture' }),
      )
    },
    move: async () => {
      const asked = await transfer(await world.as('manager'), random.of(envelopes), random.of(envelopes), cad())
      if (asked.status === 201) await sign(await world.as('executive'), asked.body)
    },
    change: async () => {
      const ahead = `2026-12-${String(10 + random.below(20))}`
      const asked = await ceiling(
        await world.as('manager'),
        random.of(envelopes),
        `${700 + random.below(900)}.00`,
        ahead,
      )
      if (asked.status === 201) await sign(await world.as('executive'), asked.body)
    },
  }
  const names = ['grant', 'grant', 'record', 'record', 'record', 'undo', 'move', 'change'] as const
  return () => acts[random.of(names)]()
}

describe('Every balance', () => {
  it.each([1, 2])(
    'is the sum of its entries after every act, for ever on its day (seed %i)',
    async (seed) => {
      const profiles = ['a', 'b', 'c'].map((name) => `solde-${seed}-${name}`)
      const envelopes: Envelope[] = []
      for (const profile of profiles) envelopes.push(await envelope('1000.00', { profile }))
      const act = historyOf(seed, envelopes)
      const evenings: { day: string; balances: Envelope[] }[] = []
      for (let day = 1; day <= 12; day += 1) {
        const today = `2026-12-${String(day * 2).padStart(2, '0')}`
        world.setTime(`${today}T15:00:00Z`)
        for (let turn = 0; turn < 6; turn += 1) {
          await act()
          expect(await drift()).toEqual([])
        }
        evenings.push({ day: today, balances: await Promise.all(envelopes.map((one) => readOn(one, today))) })
      }
      const auditor = await world.as('auditor')
      for (const { day, balances } of evenings) {
        for (const known of balances) {
          const then = await granted(auditor.get<Envelope>(`/envelopes/${known.id}?asOf=${day}`))
          expect({ ...then, version: 0 }).toEqual({ ...known, version: 0 })
          expect(Number(then.available)).toBeGreaterThanOrEqual(Number(then.held))
        }
      }
    },
    120_000,
  )
})
