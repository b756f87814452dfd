import type { portfolio } from '@entente/shared/lifecycle/portfolio/contract'
import { ends, isEnd, nextStage, paths, targetDays } from '@entente/shared/programs/workflow'
import type { Locale } from '@entente/shared/kernel/text'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDay, dayOf, daysBetween } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { regionOf } from '../../../platform/records/country-names.ts'
import { moneyOfPrograms } from '../../resources/requests/queries.ts'
import { shortName } from '../../organizations/presenter.ts'
import { peopleIn, presentSummary, type ProgramRow, withStages } from '../../programs/presenter.ts'
import { matching } from '../../programs/queries.ts'
import { namesOf } from '../../users/queries.ts'
import { type GateRow, presentGateAsOf } from '../../proof/presenter.ts'
import { gatesToday } from '../../proof/queries.ts'
import { inTheWay, standingFrom } from '../queries.ts'

const partnersOf = async (tx: Tx, ids: string[], locale: Locale) => {
  const members = await tx.db.programOrganization.findMany({
    where: { programId: { in: ids }, role: { not: 'host' } },
    include: { organization: true },
  })
  return (id: string) => [
    ...new Set(
      members.filter((member) => member.programId === id).map((member) => shortName(member.organization, locale)),
    ),
  ]
}

/** What stands in the way of a program now, on its card: every gate, and what is missing of the first. */
const waysOf = (gates: readonly GateRow[], locale: Locale) => {
  const [first] = gates
  const [missing] = first === undefined ? [] : presentGateAsOf(first, locale).missing
  return {
    blockedBy: first === undefined || missing === undefined ? null : { gateId: first.gateId, ...missing },
    blockingGates: gates.map(({ gateId }) => gateId),
  }
}

const timesOf = (row: ProgramRow, today: string) => ({
  daysToPolling: row.pollingOn === null ? null : daysBetween(today, asDay(row.pollingOn)),
  ageDays: daysBetween(dayOf(row.stageSince), today),
  targetDays: targetDays[row.stage] ?? null,
  next: nextStage(row.path, row.stage),
})

/** The portfolio board: one column a stage, cards with what blocks them, in a fixed number of queries. */
export const portfolioBoard = async (call: CallOf<typeof portfolio.board>) => {
  const tx = await reading(call.server)
  const { blocked, ...filter } = call.query
  const rows = await tx.db.program.findMany({
    where: await matching(tx, filter),
    include: withStages,
    orderBy: { reference: 'asc' },
  })
  const ids = rows.map((row) => row.id)
  const [people, gates, money, partners] = await Promise.all([
    namesOf(tx, rows.flatMap(peopleIn)),
    gatesToday(tx, rows),
    moneyOfPrograms(tx, ids),
    partnersOf(tx, ids, call.locale),
  ])
  const cards = rows.map((row) => {
    const own = gates.get(row.id) ?? []
    const known = standingFrom(row, own, call.actor)
    return {
      ...presentSummary(row, people, known),
      ...timesOf(row, tx.today),
      ...waysOf(inTheWay(row, own), call.locale),
      money: money(row.id),
      partners: partners(row.id),
      region: regionOf(row.countryCode, call.locale),
      moves: known.moves,
    }
  })
  const shown = cards.filter((card) => blocked === undefined || (card.blockedBy !== null) === (blocked === 'true'))
  const count = (value: string) => shown.filter((card) => card.stage === value).length
  return {
    columns: paths.standard.map((value) => ({
      stage: value,
      limit: null,
      count: count(value),
      cards: shown.filter((card) => card.stage === value && !isEnd(card.stage)),
    })),
    ended: Object.fromEntries(ends.map((end) => [end, count(end)])) as Record<(typeof ends)[number], number>,
  }
}
