import { isDeepStrictEqual } from 'node:util'
import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { isFailed } from '@entente/shared/kernel/gate'
import type { Commitment } from '@entente/shared/programs/options'
import { isEnd, isFinal } from '@entente/shared/programs/workflow'
import { guardsOf } from '@entente/shared/proof/rules'
import { asDate, asOptionalDay } from '../../src/platform/database/clock.ts'
import type { Tx } from '../../src/platform/database/client.ts'
import { evaluateRequirements, type Stood } from '../../src/modules/proof/facts.ts'
import { silenceOn } from '../../src/modules/participation/presenter.ts'
import { gatesToday } from '../../src/modules/proof/queries.ts'
import type { ProgramRow } from '../../src/modules/programs/presenter.ts'

/** What a program has committed, by record: what is in it after an act and was not before was committed by the act. */
export type Committed = ReadonlyMap<string, Commitment>

/** Read from the tables, and not from what the services say they commit. */
export const committedBy = async ({ db }: Tx, programId: string): Promise<Committed> => {
  const decisions = await db.decision.findMany({
    where: { programId, outcome: { in: ['accept', 'acceptWithConditions'] } },
  })
  const agreements = await db.agreement.findMany({ where: { programId } })
  const terms = await db.termsOfReference.findMany({ where: { programId, state: 'agreed' } })
  const approvals = await db.allocation.findMany({ where: { programId, state: 'approved' } })
  const money = await db.ledgerEntry.findMany({ where: { programId, kind: 'commitment' } })
  const shares = await db.share.findMany({ where: { programId } })
  const all = { decide: decisions, agreement: agreements, terms, approval: approvals, money, share: shares }
  const words = Object.keys(all) as (keyof typeof all)[]
  return new Map(words.flatMap((word) => all[word].map(({ id }) => [id, word] as const)))
}

/** (a) How the gates are told to stand is how they stand when they are weighed afresh. */
const staleGates = async (tx: Tx, row: ProgramRow, fresh: readonly Stood[]) => {
  if (isFinal(row.stage)) return []
  const told = new Map(((await gatesToday(tx, [row])).get(row.id) ?? []).map((gate) => [gate.gateId, gate]))
  return fresh.flatMap(({ gate, phase, state, until }) => {
    const stored = told.get(gate.id)
    const said = [stored?.phase, stored?.state, stored && asOptionalDay(stored.until)]
    const isTrue = phase === 'past' ? stored?.phase === 'past' : isDeepStrictEqual(said, [phase, state, until])
    return isTrue ? [] : [`(a) ${gate.id} is told as ${said.join(' ')} and is ${phase} ${state} ${until}`]
  })
}

/** (b) Nothing was committed that a gate in its way, or a suspension, should have stopped. */
const unguarded = (row: ProgramRow, fresh: readonly Stood[], before: Committed, after: Committed) =>
  [...after].flatMap(([id, word]) => {
    if (before.has(id)) return []
    const guards = guardsOf(row.path, row.stage, word)
    const failed = fresh.filter((one) => guards.has(one.gate.id) && isFailed(one) && one.gate.kind !== 'advisory')
    const faults = failed.map(({ gate }) => `(b) ${word} was made at ${row.stage} although ${gate.id} does not hold`)
    return row.suspendedCause === null ? faults : [...faults, `(b) ${word} was made while suspended`]
  })

/** (c) and (d): what must have come to rest with a program. */
const leftOpen = async ({ db, today }: Tx, { id: programId, stage }: ProgramRow) => {
  if (!isFinal(stage)) return []
  const ofAllocation = { allocation: { programId } }
  const held = {
    bookings: () =>
      db.booking.count({
        where: { programId, ...whereOpenTo(bookingWorkflow, 'release'), endsOn: { gte: asDate(today) } },
      }),
  }
  const open = {
    reservations: () => db.allocationLine.count({ where: { ...ofAllocation, reserved: { gt: 0 } } }),
    steps: () => db.approvalStep.count({ where: { ...ofAllocation, state: 'pending' } }),
    ...(isEnd(stage)
      ? {
          ...held,
          consultations: () => db.consultation.count({ where: { programId, answeredAt: null, closedAt: null } }),
          waivers: () => db.waiver.count({ where: { programId, state: 'proposed' } }),
          requests: () => db.allocation.count({ where: { programId, ...whereOpenTo(allocationWorkflow, 'close') } }),
        }
      : {
          commitments: () => db.allocationLine.count({ where: { ...ofAllocation, committed: { gt: 0 } } }),
          consultations: async () =>
            (await db.consultation.findMany({ where: { programId, answeredAt: null } })).filter(
              (row) => silenceOn(row) > today,
            ).length,
          waivers: () => db.waiver.count({ where: { programId, state: 'proposed' } }),
          requests: () => db.allocation.count({ where: { programId, state: 'submitted' } }),
          missions: () =>
            db.activity.count({ where: { programId, type: 'mission', archivedAt: null, column: { done: false } } }),
          objections: () => db.objection.count({ where: { programId, answeredAt: null } }),
        }),
  }
  const counted: { name: string; count: number }[] = []
  for (const [name, count] of Object.entries(open)) counted.push({ name, count: await count() })
  const letter = isEnd(stage) ? '(c)' : '(d)'
  return counted.flatMap(({ name, count }) => (count > 0 ? [`${letter} ${stage} with ${count} ${name}`] : []))
}

/** (e) The last change of each gate says how it stands. */
const unreplayed = async ({ db }: Tx, programId: string) => {
  const changes = await db.gateChange.findMany({ where: { programId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const stored = await db.gateStanding.findMany({ where: { programId } })
  const said = (row: { phase: string; state: string; until: Date | null }) =>
    `${row.phase} ${row.state} ${asOptionalDay(row.until)}`
  const replayed = new Map(changes.map((row) => [row.gateId, said(row)]))
  return stored
    .filter((row) => replayed.get(row.gateId) !== said(row))
    .map((row) => `(e) the history of ${row.gateId} ends in ${replayed.get(row.gateId)}, and it stands as ${said(row)}`)
}

/** All that is wrong with a program after an act; nothing when the policy holds. */
export const faultsOf = async (tx: Tx, programId: string, before: Committed, after: Committed) => {
  const row = await tx.db.program.findUniqueOrThrow({ where: { id: programId }, include: { stages: true } })
  const fresh = (await evaluateRequirements(tx, [row])).get(programId) ?? []
  return [
    ...(await staleGates(tx, row, fresh)),
    ...unguarded(row, fresh, before, after),
    ...(await leftOpen(tx, row)),
    ...(await unreplayed(tx, programId)),
  ]
}
