import type { Facts } from '@entente/shared/lifecycle/workflow'
import { path } from '@entente/shared/programs/workflow'
import type { Tx } from '../../platform/database/client.ts'
import { resourceFacts } from '../resources/requests/facts.ts'
import { analysisFacts } from '../analyses/facts.ts'
import { decisionFacts } from '../decisions/facts.ts'
import { participationFacts } from '../participation/facts.ts'
import { partnershipFacts } from '../partnerships/facts.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import { requestFacts } from '../requests/facts.ts'
import { safeguardFacts } from '../safeguards/facts.ts'
import { transferFacts } from '../transfer/facts.ts'

type Subject = Pick<ProgramRow, 'id' | 'path' | 'countryCode' | 'actingAloneReason'>

/**
 * All that the gates of these programs read, gathered in the caller’s transaction: one query a slice, not a program,
 * and one after the other, as a transaction has one connection.
 */
export const factsOf = async (tx: Tx, programs: readonly Subject[]): Promise<ReadonlyMap<string, Facts>> => {
  const ids = programs.map((program) => program.id)
  const requests = await requestFacts(tx, ids)
  const analyses = await analysisFacts(tx, ids)
  const safeguards = await safeguardFacts(tx, ids)
  const transfers = await transferFacts(tx, ids)
  const partnerships = await partnershipFacts(tx, ids)
  const participation = await participationFacts(tx, ids)
  const decisions = await decisionFacts(tx, ids)
  const resources = await resourceFacts(tx, ids)
  const factsFor = ({ id, path: way, countryCode, actingAloneReason }: Subject): Facts => ({
    ...known(requests, id),
    ...known(analyses, id),
    ...known(safeguards, id),
    ...known(transfers, id),
    ...known(partnerships, id),
    ...known(participation, id),
    ...known(decisions, id),
    ...known(resources, id),
    today: tx.today,
    program: { id, path: path.parse(way), countryCode, actingAloneReason },
  })
  return new Map(programs.map((program) => [program.id, factsFor(program)]))
}

const known = <F>(facts: ReadonlyMap<string, F>, id: string): F => {
  const found = facts.get(id)
  if (found === undefined) throw new Error(`No facts for program ${id}`)
  return found
}
