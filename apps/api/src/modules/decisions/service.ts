import type { decisions } from '@entente/shared/decisions/contract'
import { isAcceptance } from '@entente/shared/decisions/rules'
import type { CallOf } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { newId } from '../../platform/database/ids.ts'
import { ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { analysisInForce } from '../analyses/queries.ts'
import { attach } from '../documents/service.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { presentAuthorization } from './presenter.ts'
import { decisionFor, outcomesFor } from './queries.ts'

/**
 * Records what an executive decides, on the analysis in force (P2-G1). An acceptance keeps the plan it was given on
 * (P7-G7). A later decision follows it; none is rewritten.
 */
export const decide = (call: CallOf<typeof decisions.decide>) =>
  command(call, async (tx) => {
    const { outcome, ...body } = call.body
    const program = await lockedProgram(tx, call.params.id)
    requireOpen(program)
    if (!(await outcomesFor(tx, program)).includes(outcome)) {
      throw wrongState(
        'Cette décision ne se prend pas à cette étape du programme.',
        'This decision is not made at this stage of the program.',
      )
    }
    const analysis = isAcceptance(outcome) ? await analysisInForce(tx, program.id) : null
    if (isAcceptance(outcome) && program.path === 'standard' && analysis === null) {
      throw wrongState(
        'Aucune analyse approuvée n’est en vigueur ; faites-la réviser avant d’accepter.',
        'No approved analysis is in force; have it renewed before accepting.',
      )
    }
    const row = await tx.db.decision.create({
      data: {
        ...body,
        outcome,
        id: newId(),
        programId: program.id,
        analysisId: analysis?.id ?? null,
        ...(isAcceptance(outcome) && { plannedMoney: program.plannedMoney, plannedDays: program.plannedDays }),
        decidedById: call.actor.id,
        decidedAt: tx.now,
      },
    })
    const answer = await decisionFor(tx, row.id)
    const record = {
      action: 'decision.record',
      resource: 'decision',
      id: row.id,
      programId: program.id,
      after: answer,
    }
    return { answer, record }
  })

/** Puts the Government's authorization to act abroad on file, once per number (Election Act, s. 485; P7-G1). */
export const recordAuthorization = (call: CallOf<typeof decisions.authorize>) =>
  command(call, async (tx) => {
    const { startsOn, endsOn, ...body } = call.body
    await attach(tx, call.actor, null, body.documentId, '/documentId')
    const [row] = await tx.db.authorization.createManyAndReturn({
      data: {
        ...body,
        id: newId(),
        startsOn: asDate(startsOn),
        endsOn: asDate(endsOn),
        recordedById: call.actor.id,
        recordedAt: tx.now,
      },
      skipDuplicates: true,
    })
    if (row === undefined) {
      throw new ProblemError('conflict', {
        detail: { fr: 'Ce numéro est déjà au dossier.', en: 'This number is already on file.' },
      })
    }
    const answer = presentAuthorization(row)
    const record = {
      action: 'authorization.record',
      resource: 'authorization',
      id: row.id,
      programId: null,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })
