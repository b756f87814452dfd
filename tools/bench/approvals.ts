import { Pool } from 'pg'
import { newId } from '../../apps/api/src/platform/database/ids.ts'
import { recordDecision, replay, type Waiting } from './replay.ts'
import { atLeast, atMost, type Measure, quantile, timed, times } from './table.ts'
import type { BenchWorld, Session } from './world.ts'

const lines = 500
const envelopes = 6
const approvals = 240
const clients = 8

/** Requests as people submit them, at once: five hundred commands would measure nothing more. */
export const submitAll = async (world: BenchWorld): Promise<Waiting[]> => {
  const asking = await world.query<{ id: string }>(
    `SELECT id FROM users WHERE organization_id IS NULL AND NOT 'executive' = ANY (roles)`,
  )
  const envelopeIds = Array.from({ length: envelopes }, newId)
  await world.query(
    `INSERT INTO envelopes (id, fiscal_year, unit, profile, ceiling, opening, opened_at)
     SELECT id, 2026, 'CAD', id::text, 1000000, 1000000, now() FROM unnest($1::uuid[]) AS made (id)`,
    [envelopeIds],
  )
  const waiting = Array.from({ length: lines }, (_, at) => ({
    allocationId: newId(),
    stepId: newId(),
    lineId: newId(),
    envelopeId: envelopeIds[at % envelopes] ?? '',
    askedById: asking[at % asking.length]?.id,
  }))
  const insert = (text: string) => world.query(text, [JSON.stringify(waiting)])
  const rows = `json_to_recordset($1) AS made ("allocationId" uuid, "stepId" uuid, "lineId" uuid, "envelopeId" uuid, "askedById" uuid)`
  await insert(`INSERT INTO allocations (id, justification, needed_on, state, requested_by_id, editor_ids, created_at, submitted_at)
    SELECT "allocationId", 'Mission prévue à l’entente', '2027-01-15', 'submitted', "askedById", ARRAY["askedById"], now(), now() FROM ${rows}`)
  await insert(`INSERT INTO allocation_lines (id, allocation_id, envelope_id, position, description, asked)
    SELECT "lineId", "allocationId", "envelopeId", 0, 'Séjour des délégations', 10 FROM ${rows}`)
  await insert(`INSERT INTO approval_steps (id, allocation_id, position, rule, role, state)
    SELECT "stepId", "allocationId", 0, 'withinLimit', 'executive', 'pending' FROM ${rows}`)
  await world.query('ANALYZE')
  return waiting
}

const approve = async (executive: Session, { allocationId, stepId }: Waiting) => {
  const body = { stepId, outcome: 'approved' }
  const { status, body: told } = await executive('POST', `/allocations/${allocationId}/decisions`, body)
  if (status !== 200) throw new Error(`An approval was answered ${status}: ${JSON.stringify(told)}`)
}

/** Several clients work off a list; gives how many a second. */
const rateOf = async (list: readonly Waiting[], work: (one: Waiting) => Promise<unknown>) => {
  const left = [...list]
  const client = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
  }
  return (list.length / (await timed(() => Promise.all(Array.from({ length: clients }, client))))) * 1000
}

/** What approving takes, and seeing what waits. */
export const approvalMeasures = async (world: BenchWorld): Promise<Measure[]> => {
  const waiting = await submitAll(world)
  const executive = await world.signIn('direction')
  const inbox = await times(40, () => executive('GET', '/approvals'))
  const [first, ...others] = waiting
  if (first === undefined) throw new Error('Nothing waits')
  const script = await recordDecision(world, first)
  const ours = await rateOf(others.slice(0, approvals), (one) => approve(executive, one))
  const pool = new Pool({ connectionString: world.databaseUrl, max: clients })
  const bare = await rateOf(others.slice(approvals, 2 * approvals), (one) => replay(pool, script, first, one))
  await pool.end()
  await world.requireApproved(2 * approvals + 1)
  return [
    atLeast('approvals a second, against their statements alone', ours / bare, 0.5, '×'),
    atMost(`inbox of ${lines} pending lines, p95`, quantile(inbox, 0.95), 150, 'ms'),
  ]
}
