import { z } from 'zod'
import type { gateEvaluation } from '@entente/shared/lifecycle/contract'
import { type GateState, isFailed, isNotApplicable, isWaived } from '@entente/shared/kernel/gate'
import type { Compass } from '@entente/shared/programs/contract'
import { principles } from '@entente/shared/programs/workflow'
import type { Locale } from '@entente/shared/kernel/text'
import type { GateEvaluation } from '../../generated/prisma/client.ts'
import { type People, personOf } from '../users/presenter.ts'

const label = z.object({ fr: z.string(), en: z.string() })
const findings = z.looseObject({ evidence: z.array(z.object({ label, href: z.string() })).default([]) })

type Evaluation = Pick<GateEvaluation, 'gateId' | 'principle' | 'state' | 'findings'>

/**
 * The seven segments: per principle, over the gates evaluated so far. Waived if one is waived and none is open;
 * proven if all that apply passed and there is one; otherwise open.
 */
export const compassOf = (latest: readonly Evaluation[], locale: Locale): Compass =>
  Object.keys(principles).map((key) => {
    const principle = Number(key)
    const gates = latest.filter((item) => item.principle === principle && !isNotApplicable(item))
    const evidence = gates.flatMap((item) => findings.parse(item.findings).evidence)
    const unique = new Map(evidence.map((item) => [`${item.href} ${item.label.fr}`, item]))
    return {
      principle,
      state: segmentState(gates),
      evidence: [...unique.values()].map((item) => ({ label: item.label[locale], href: item.href })),
    }
  })

const segmentState = (gates: readonly { state: GateState }[]) => {
  if (gates.length === 0 || gates.some(isFailed)) return 'open'
  return gates.some(isWaived) ? 'waived' : 'proven'
}

export const presentEvaluation = (row: GateEvaluation, people: People): z.input<typeof gateEvaluation> => ({
  id: row.id,
  gateId: row.gateId,
  occasion: row.occasion,
  from: row.fromStage,
  to: row.toStage,
  state: row.state,
  ruleVersion: row.ruleVersion,
  inputs: row.inputs,
  at: row.at.toISOString(),
  by: personOf(people, row.byId),
})
