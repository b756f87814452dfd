import type { z } from 'zod'
import type { ledger, work } from '@entente/shared/resources/ledger/contract'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { amountIn } from '../envelopes/presenter.ts'
import { entriesWhere } from './queries.ts'

/** Staff-days spent by person, in order of names; last those that name nobody. Reversed entries do not count. */
export const workByPerson = async (call: CallOf<typeof ledger.work>) => {
  const tx = await reading(call.server)
  const sums = await tx.db.ledgerEntry.groupBy({
    by: ['staffId'],
    where: {
      AND: [
        await entriesWhere(tx, call.query),
        { kind: 'expense', envelope: { unit: 'staffDay' }, reversedBy: { is: null } },
      ],
    },
    _sum: { amount: true },
    _count: true,
  })
  const people = await tx.db.staffMember.findMany({
    where: { id: { in: sums.flatMap(({ staffId }) => staffId ?? []) } },
    select: { id: true, name: true },
  })
  const zero = new Prisma.Decimal(0)
  const items = sums.map(({ staffId, _sum, _count }): z.input<typeof work> => ({
    staff: people.find(({ id }) => id === staffId) ?? null,
    days: amountIn('staffDay', _sum.amount ?? zero),
    entries: _count,
  }))
  const nameOf = ({ staff }: (typeof items)[number]) => staff?.name ?? '\uffff'
  return {
    items: items.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), 'fr')),
    total: amountIn(
      'staffDay',
      sums.reduce((total, { _sum }) => total.plus(_sum.amount ?? zero), zero),
    ),
  }
}
