import type { z } from 'zod'
import type { gateEvaluation } from '@entente/shared/lifecycle/contract'
import type { GateEvaluation } from '../../generated/prisma/client.ts'
import { type People, personOf } from '../users/presenter.ts'

/** A past evaluation, with what the gate read. */
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
