import { z } from 'zod'
import type { gateEvaluation } from '@entente/shared/lifecycle/contract'
import { gateState } from '@entente/shared/lifecycle/contract'
import type { Compass } from '@entente/shared/programs/contract'
import { principles, stage } from '@entente/shared/programs/workflow'
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
    const gates = latest.filter((item) => item.principle === principle && item.state !== 'notApplicable')
    const evidence = gates.flatMap((item) => findings.parse(item.findings).evidence)
    const unique = new Map(evidence.map((item) => [`${item.href} ${item.label.fr}`, item]))
    return {
      principle,
      state: segmentState(gates.map((item) => item.state)),
      evidence: [...unique.values()].map((item) => ({ label: item.label[locale], href: item.href })),
    }
  })

const segmentState = (states: readonly string[]) => {
  if (states.length === 0 || states.includes('failed')) return 'open'
  return states.includes('waived') ? 'waived' : 'proven'
}

export const presentEvaluation = (row: GateEvaluation, people: People): z.input<typeof gateEvaluation> => ({
  id: row.id,
  gateId: row.gateId,
  occasion: row.occasion === 'approval' ? 'approval' : 'move',
  from: stage.parse(row.fromStage),
  to: stage.parse(row.toStage),
  state: gateState.parse(row.state),
  ruleVersion: row.ruleVersion,
  inputs: row.inputs,
  at: row.at.toISOString(),
  by: personOf(people, row.byId),
})
