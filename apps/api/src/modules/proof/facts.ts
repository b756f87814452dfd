import { type Facts, phaseOf, type Phase, type Requirement, requirements } from '@entente/shared/proof/rules'
import type { Role } from '@entente/shared/users/contract'
import type { Tx } from '../../platform/database/client.ts'
import { resourceFacts } from '../resources/requests/facts.ts'
import { openMissions } from '../activities/facts.ts'
import { analysisFacts } from '../analyses/facts.ts'
import { type Evaluated, evaluateGates } from '../../platform/rules/gates.ts'
import { activeWaivers, awaitedWaivers, decisionFacts, type Waived } from '../decisions/facts.ts'
import { contextFacts } from '../context/facts.ts'
import { participationFacts } from '../participation/facts.ts'
import { partnershipFacts } from '../partnerships/facts.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import { requestFacts } from '../requests/facts.ts'
import { safeguardFacts } from '../safeguards/facts.ts'
import { transferFacts } from '../transfer/facts.ts'

type Subject = Pick<
  ProgramRow,
  'id' | 'path' | 'stage' | 'countryCode' | 'actingAloneReason' | 'suspendedCause' | 'suspendedSince'
>

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
  const contexts = await contextFacts(tx, programs)
  const missions = await openMissions(tx, ids)
  const waivers = await awaitedWaivers(tx, ids)
  const factsFor = ({ id, path, stage, countryCode, actingAloneReason }: Subject): Facts => ({
    ...known(requests, id),
    ...known(analyses, id),
    ...known(safeguards, id),
    ...known(transfers, id),
    ...known(partnerships, id),
    ...known(participation, id),
    ...known(decisions, id),
    ...known(resources, id),
    ...known(contexts, id),
    openMissions: missions.get(id) ?? 0,
    awaitedWaivers: waivers.get(id) ?? 0,
    today: tx.today,
    program: { id, path, stage, countryCode, actingAloneReason },
  })
  return new Map(programs.map((program) => [program.id, factsFor(program)]))
}

/** A gate of the policy as it stands for a program: its verdict now, and whether it is to be kept now. */
export type Stood = Evaluated<Role> & { phase: Phase }

/** Evaluates requirements on facts, each with the phase it is in; those the path never asks are left out. */
export const standOn = (asked: readonly Requirement[], facts: Facts, waived?: Waived): Stood[] => {
  const { path, stage } = facts.program
  return asked.flatMap((requirement) => {
    const phase = phaseOf(requirement, path, stage)
    return phase === null ? [] : evaluateGates([requirement.gate], facts, waived).map((one) => ({ ...one, phase }))
  })
}

/** Weighs requirements of one program on facts read once, whatever their phase. */
export const evaluateFor = async (tx: Tx, row: Subject) => {
  const [facts, waivers] = [await factsOf(tx, [row]), await activeWaivers(tx, [row.id])]
  return (asked: readonly Requirement[]) =>
    evaluateGates(
      asked.map(({ gate }) => gate),
      known(facts, row.id),
      waivers.get(row.id),
    )
}

/** How every gate of these programs stands on the facts as they now are. */
export const evaluateRequirements = async (tx: Tx, rows: readonly Subject[]): Promise<ReadonlyMap<string, Stood[]>> => {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const [facts, waivers] = [await factsOf(tx, rows), await activeWaivers(tx, ids)]
  return new Map(ids.map((id) => [id, standOn(requirements, known(facts, id), waivers.get(id))]))
}

const known = <F>(facts: ReadonlyMap<string, F>, id: string): F => {
  const found = facts.get(id)
  if (found === undefined) throw new Error(`No facts for program ${id}`)
  return found
}
