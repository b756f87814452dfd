import { decisions } from '@entente/shared/decisions/contract'
import type { Commitment } from '@entente/shared/programs/options'
import { isAcceptance } from '@entente/shared/decisions/rules'
import { asDate } from '../../platform/database/clock.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding, toRegister } from '../../platform/records/changing.ts'
import { ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { analysisInForce } from '../analyses/queries.ts'
import { attach } from '../documents/service.ts'
import { requireOpen, toProgramAsRead } from '../programs/dossier-service.ts'
import { nextVersion } from '../programs/service.ts'
import { authorizationsPolicy, programDecisionPolicy } from './policy.ts'
import { authorizationRecord, decisionRecord, outcomesFor, programsCovered } from './queries.ts'

/**
 * Records what an executive decides, on the analysis in force (P2-G1). An acceptance keeps the plan it was given on
 * (P7-G7). A later decision follows it; none is rewritten. Of two made at one moment on what both had read (`If-Match` with
 * the version of the program) one is refused (412).
 */
export const decide = adding(
  decisions.decide,
  decisionRecord,
  {
    action: 'record',
    rule: programDecisionPolicy.decide,
    commits: ({ outcome }): Commitment | null => (isAcceptance(outcome) ? 'decide' : null),
    ...toProgramAsRead,
  },
  async ({ tx, actor, body, parent: program }) => {
    const { outcome } = body
    requireOpen(program)
    if (!(await outcomesFor(tx, program)).includes(outcome)) {
      throw wrongState(
        'Cette décision ne se prend pas à cette étape du programme.',
        'This decision is not made at this stage of the program.',
      )
    }
    const analysis = isAcceptance(outcome) ? await analysisInForce(tx, program.id) : null
    const id = newId()
    await tx.db.decision.create({
      data: {
        ...body,
        id,
        programId: program.id,
        analysisId: analysis?.id ?? null,
        ...(isAcceptance(outcome) && { plannedMoney: program.plannedMoney, plannedDays: program.plannedDays }),
        decidedById: actor.id,
        decidedAt: tx.now,
      },
    })
    await nextVersion(tx, program.id)
    return id
  },
)

/** Puts the Government's authorization to act abroad on file, once per number (Election Act, s. 485; P7-G1). */
export const recordAuthorization = adding(
  decisions.authorize,
  authorizationRecord,
  { action: 'record', rule: authorizationsPolicy.record, alsoConcerns: programsCovered, ...toRegister },
  async ({ tx, actor, body }) => {
    await attach(tx, actor, null, body.documentId, '/documentId')
    const recorded = { recordedById: actor.id, recordedAt: tx.now }
    const [row] = await tx.db.authorization.createManyAndReturn({
      data: { ...body, ...recorded, id: newId(), startsOn: asDate(body.startsOn), endsOn: asDate(body.endsOn) },
      skipDuplicates: true,
    })
    if (row === undefined) {
      throw new ProblemError('conflict', {
        detail: { fr: 'Ce numéro est déjà au dossier.', en: 'This number is already on file.' },
      })
    }
    return row.id
  },
)
