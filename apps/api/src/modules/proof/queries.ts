import type { Locale } from '@entente/shared/kernel/text'
import type { Verdict } from '@entente/shared/kernel/gate'
import type { proof } from '@entente/shared/proof/contract'
import { gatesById } from '@entente/shared/proof/rules'
import { isFinal } from '@entente/shared/programs/workflow'
import type { GateChange } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { addDays, asDate, asDay, asOptionalDate, dayOf } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { requireNotFuture } from '../../platform/rules/problems.ts'
import { programRow } from '../programs/queries.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import { evaluateRequirements, type Stood } from './facts.ts'
import { type GateRow, presentGateAsOf } from './presenter.ts'

/** What was stored of a gate, as a verdict. */
export const verdictIn = ({ state, findings }: Pick<GateRow, 'state' | 'findings'>) =>
  ({ ...(findings as object), state: state === 'waived' ? 'failed' : state }) as Verdict

/** How the gates of each program stood when they were last weighed. */
export const storedStandings = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx.db.gateStanding.findMany({ where: { programId: { in: [...ids] } } })
  return Map.groupBy(rows, (row) => row.programId)
}

/** Held by itself until a day that has passed: what it says must be weighed again. */
const hasLapsed = ({ until, phase }: GateRow, today: string) =>
  phase !== 'past' && until !== null && asDay(until) < today

const lapseOf = (stored: GateRow | undefined, now: Date) =>
  stored === undefined || stored.until === null ? now : asDate(addDays(asDay(stored.until), 1))

/** A gate weighed at this moment: since it was stored where it says the same, else since that lapsed. */
const freshRow = (tx: Tx, programId: string, one: Stood, stored: GateRow | undefined): GateRow => {
  const { gate, phase, state, until, verdict } = one
  const isAsStored = stored !== undefined && stored.state === state && stored.phase === phase
  const { until: _until, ...findings } = verdict
  return {
    programId,
    gateId: gate.id,
    principle: gate.principle,
    kind: gate.kind,
    phase,
    state,
    since: isAsStored ? stored.since : lapseOf(stored, tx.now),
    until: asOptionalDate(until),
    ruleVersion: gate.ruleVersion,
    findings,
    ...(isAsStored ? { action: stored.action, byId: stored.byId, byName: stored.byName } : lapsed),
  }
}

const lapsed = { action: 'gate.lapse', byId: null, byName: '' }

/**
 * How every gate of these programs stands today. What was stored is read; where something held only until a day that has
 * passed, the program is weighed again on the spot, so that nothing waits for a job.
 */
export const gatesToday = async (tx: Tx, rows: readonly ProgramRow[]): Promise<ReadonlyMap<string, GateRow[]>> => {
  const stored = await storedStandings(
    tx,
    rows.map((row) => row.id),
  )
  const rowsOf = (id: string) => stored.get(id) ?? []
  const stale = rows.filter(
    ({ id, stage }) =>
      !isFinal(stage) && (rowsOf(id).length === 0 || rowsOf(id).some((row) => hasLapsed(row, tx.today))),
  )
  const fresh = await evaluateRequirements(tx, stale)
  return new Map(
    rows.map(({ id }) => {
      const known = new Map(rowsOf(id).map((row) => [row.gateId, row]))
      for (const one of fresh.get(id) ?? []) {
        if (one.phase !== 'past' || !known.has(one.gate.id))
          known.set(one.gate.id, freshRow(tx, id, one, known.get(one.gate.id)))
      }
      return [id, inTableOrder([...known.values()])]
    }),
  )
}

/**
 * How every gate of these programs was stored, what held only until a day that has passed as failed: never better than it
 * is, and without a look at what proves it, which who is outside may not read.
 */
export const gatesAsStored = async (tx: Tx, rows: readonly ProgramRow[]): Promise<ReadonlyMap<string, GateRow[]>> => {
  const stored = await storedStandings(
    tx,
    rows.map((row) => row.id),
  )
  const told = (row: GateRow) => (hasLapsed(row, tx.today) ? { ...row, state: 'failed' as const } : row)
  return new Map(rows.map(({ id }) => [id, inTableOrder((stored.get(id) ?? []).map(told))]))
}

const places = new Map([...gatesById.keys()].map((id, index) => [id, index]))
const inTableOrder = (rows: readonly GateRow[]) =>
  rows.toSorted((left, right) => (places.get(left.gateId) ?? 0) - (places.get(right.gateId) ?? 0))

/** The latest change of each gate up to the end of a day; what held only until an earlier day holds no longer. */
const changesUntil = (changes: readonly GateChange[], asOf: string): GateRow[] => {
  const latest = new Map<string, GateRow>()
  for (const { id: _id, at, ...change } of changes) {
    if (dayOf(at) > asOf) continue
    latest.set(change.gateId, { ...change, since: at })
  }
  return [...latest.values()].map((row) =>
    hasLapsed(row, asOf) && row.state !== 'failed'
      ? { ...row, state: 'failed', since: lapseOf(row, row.since), until: null, ...lapsed }
      : row,
  )
}

/** Every gate of a program as it stood at the end of a day; today, as it stands now. */
export const proofAsOf = async (call: CallOf<typeof proof.asOf>) => {
  const tx = await reading(call.server)
  const { asOf = tx.today } = call.query
  requireNotFuture(asOf, tx.today, '/asOf')
  const program = await programRow(tx, call.params.id)
  const locale: Locale = call.locale
  if (asOf === tx.today) {
    const gates = (await gatesToday(tx, [program])).get(program.id) ?? []
    return { asOf, gates: gates.map((row) => presentGateAsOf(row, locale)) }
  }
  const changes = await tx.db.gateChange.findMany({
    where: { programId: program.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return { asOf, gates: inTableOrder(changesUntil(changes, asOf)).map((row) => presentGateAsOf(row, locale)) }
}
