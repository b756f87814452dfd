import { decisions } from '@entente/shared/decisions/contract'
import { gatesOfPersons, waivableGates, waiverDays } from '@entente/shared/decisions/rules'
import { isAwaited, isGranted, waiverWorkflow } from '@entente/shared/decisions/workflow'
import type { Waiver } from '../../generated/prisma/client.ts'
import { addDays, asDate, asDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import type { CallOf } from '../../platform/records/call.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { attachProof } from '../documents/proof-service.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programDecisionPolicy } from './policy.ts'
import { waiverRecord } from './queries.ts'

type Proposed = CallOf<typeof decisions.proposeWaiver>['body']

/** A gate of persons names whom and when; any other, the program as a whole. */
const checkAbsence = async (tx: Tx, { gateId, absence }: Proposed) => {
  if (gatesOfPersons.has(gateId) !== (absence !== null)) {
    throw invalidField('/absence', {
      fr: gatesOfPersons.has(gateId)
        ? 'Nommez la personne et ses jours : la dérogation ne vaut que pour eux.'
        : 'Cette dérogation vaut pour le programme : ne nommez personne.',
      en: gatesOfPersons.has(gateId)
        ? 'Name the person and the days: the waiver is for them only.'
        : 'This waiver is for the program: name nobody.',
    })
  }
  if (absence === null) return
  if (absence.to < absence.from)
    throw invalidField('/absence/to', { fr: 'La fin doit suivre le début.', en: 'The end must not precede the start.' })
  // A critical function is never away: no waiver is asked for it (P7-G6).
  if ((await tx.db.staffMember.count({ where: { id: absence.staffId, active: true, critical: false } })) === 0) {
    throw invalidField('/absence/staffId', {
      fr: 'Personne inconnue, ou dont la fonction critique n’admet aucune dérogation.',
      en: 'Unknown person, or of a critical function, which admits no waiver.',
    })
  }
}

const checkFields = ({ gateId, expiresOn }: Proposed, today: string) => {
  if (!waivableGates.has(gateId)) {
    throw invalidField('/gateId', {
      fr: 'Cette condition n’admet pas de dérogation.',
      en: 'This gate cannot be waived.',
    })
  }
  if (expiresOn <= today || expiresOn > addDays(today, waiverDays)) {
    throw invalidField('/expiresOn', {
      fr: `Choisissez une date à venir, dans ${waiverDays} jours au plus.`,
      en: `Choose a date to come, at most ${waiverDays} days away.`,
    })
  }
}

type Former = Waiver | null

/** The latest waiver of the same gate, for the same person where it names one. */
const latestOf = (tx: Tx, programId: string, { gateId, absence }: Proposed) =>
  tx.db.waiver.findFirst({
    where: { programId, gateId, staffId: absence?.staffId ?? null },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
  })

/** Whether a waiver still opens what is asked for: it does until its last day, for the days it names. */
const stillOpens = ({ expiresOn, awayFrom, awayTo }: Waiver, { absence }: Proposed, today: string) =>
  asDay(expiresOn) >= today &&
  (absence === null ||
    awayFrom === null ||
    awayTo === null ||
    (asDay(awayFrom) <= absence.from && absence.to <= asDay(awayTo)))

/** Nothing is asked for twice at once, nor what is granted already (domain.md, 6.12). */
const requireNeeded = (former: Former, body: Proposed, today: string) => {
  if (former !== null && isAwaited(former)) {
    throw wrongState('Une dérogation attend déjà une décision.', 'A waiver already awaits a decision.')
  }
  if (former !== null && isGranted(former) && stillOpens(former, body, today)) {
    throw wrongState(
      'Une dérogation accordée vaut encore : une autre se demande après son dernier jour.',
      'A granted waiver still holds: another is asked for after its last day.',
    )
  }
}

/** What follows a refused or lapsed waiver in a row is decided one level up, never by who decided the one before. */
const orderAfter = (former: Former) =>
  former === null || former.decidedById === null
    ? { level: 0, formerDeciderId: null }
    : { level: former.level + 1, formerDeciderId: former.decidedById }

/** Asks for a waiver of a gate that admits one, with its reason, its evidence and its end; of a gate of persons, for one. */
export const proposeWaiver = adding(
  decisions.proposeWaiver,
  waiverRecord,
  { action: 'propose', rule: programDecisionPolicy.waive, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    checkFields(body, tx.today)
    await checkAbsence(tx, body)
    await attachProof(tx, actor, program.id, body.evidenceDocumentId, ['waiver', '/evidenceDocumentId'])
    const former = await latestOf(tx, program.id, body)
    requireNeeded(former, body, tx.today)
    const { absence, ...fields } = body
    const id = newId()
    await tx.db.waiver.create({
      data: {
        ...fields,
        ...orderAfter(former),
        ...(absence !== null && {
          staffId: absence.staffId,
          awayFrom: asDate(absence.from),
          awayTo: asDate(absence.to),
        }),
        id,
        programId: program.id,
        expiresOn: asDate(body.expiresOn),
        state: waiverWorkflow.initial,
        proposedById: actor.id,
        proposedAt: tx.now,
      },
    })
    return id
  },
)

/** Grants or refuses a waiver, once: another person than who asked, of a role the gate names (domain.md, 6.12). */
export const decideWaiver = changing(
  decisions.decideWaiver,
  waiverRecord,
  'decide',
  async ({ tx, actor, body: { outcome, reason }, id, before }) => {
    if (outcome === waiverWorkflow.transitions.grant.to && asDay(before.expiresOn) < tx.today) {
      throw wrongState('Cette dérogation est échue ; elle peut être refusée.', 'This waiver has lapsed; refuse it.')
    }
    const decided = { decidedById: actor.id, decidedAt: tx.now, decisionReason: reason }
    await tx.db.waiver.update({ where: { id }, data: { ...decided, state: outcome, version: { increment: 1 } } })
  },
)
