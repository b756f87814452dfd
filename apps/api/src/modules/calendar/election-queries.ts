import { blackoutAround } from '@entente/shared/calendar/rules'
import type { elections } from '@entente/shared/calendar/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { asDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { electionPolicy, electionsPolicy, electionVisible, type Standing } from './policy.ts'
import { electionFacts, presentElection, standingOn } from './presenter.ts'

const inOrder = (tx: Pick<Tx, 'db'>) => tx.db.election.findMany({ orderBy: [{ pollingOn: 'asc' }, { id: 'asc' }] })

/** The register of our own elections, those withdrawn included, in the order of their days. */
export const listElections = async (call: CallOf<typeof elections.list>) => {
  const tx = await reading(call.server)
  const rows = await inOrder(tx)
  return {
    items: rows.map((row) => presentElection(standingOn(row, tx.today), call.actor)),
    ...allowedOn(electionsPolicy, null, call.actor, ['create']),
  }
}

/** An election of the register, for the commands that change one. */
export const electionRecord = recorded<Standing>()({
  resource: 'calendar',
  noun: 'election',
  table: 'elections',
  policy: electionPolicy,
  visible: electionVisible,
  find: async (tx, id) => standingOn(await tx.db.election.findUniqueOrThrow({ where: { id } }), tx.today),
  present: (_tx, actor, row) => Promise.resolve(presentElection(row, actor)),
  programOf: () => null,
})

/** Our own elections that are not withdrawn, with the days each closes, if any. */
export const standingElections = async (tx: Pick<Tx, 'db'>) =>
  (await inOrder(tx)).filter((row) => !row.withdrawn).map((row) => ({ id: row.id, ...electionFacts(row) }))

/** The days around our general elections when critical functions stay home. */
export const blackouts = async (tx: Pick<Tx, 'db'>) =>
  (await standingElections(tx)).flatMap(({ pollingOn, blackout }) =>
    blackout === null ? [] : [{ pollingOn, ...blackout }],
  )

/** The windows that elections closed until one of these people changed them: they still count for what these decide. */
export const formerWindowsOf = async (tx: Pick<Tx, 'db'>, people: readonly string[]) => {
  const rows = await tx.db.formerWindow.findMany({
    where: { byId: { in: [...people] } },
    distinct: ['pollingOn'],
    orderBy: { pollingOn: 'asc' },
  })
  return rows.map(({ pollingOn }) => ({ pollingOn: asDay(pollingOn), ...blackoutAround(asDay(pollingOn)) }))
}
