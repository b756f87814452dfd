import { hasReached, isFinal, path, stage } from '@entente/shared/programs/workflow'
import type { Allocation, CeilingChange, Delegation, ExchangeRate, Program } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

export type Asked = Pick<Allocation, 'requestedById' | 'editorIds'> & { participantIds: readonly string[] }

/** Everyone with a part in an allocation: who asked, who ever wrote in it, and those whose own costs it pays. */
export const partakersOf = ({ requestedById, editorIds, participantIds }: Asked) => [
  requestedById,
  ...editorIds,
  ...participantIds,
]

export const tookPart = (actor: Actor, allocation: Asked) => partakersOf(allocation).includes(actor.id)

/** Whether a program has come to its allocation and has not ended. */
export const takesResources = (program: Program) => {
  const present = stage.parse(program.stage)
  return !isFinal(present) && hasReached(path.parse(program.path), present, 'allocation')
}

/** Whether the ledger of a program was reconciled for good, at its closing (P7-G10): its entries stand as they are. */
export const isReconciled = (program: Program | null) => program?.stage === 'closed'

/** Whether a program has ended, closed or otherwise: work that was asked without a program is not charged to it. */
export const hasEnded = (program: Program) => isFinal(stage.parse(program.stage))

/** Nothing is approved before a program reaches allocation, while it is suspended, or after its end. */
export const isApprovable = (program: Program | null) =>
  program === null || (program.suspendedCause === null && takesResources(program))

export const allocationPolicy = {
  read: internal,
  draft: open('coordinator'),
  edit: open('coordinator'),
  submit: open('coordinator'),
  withdraw: open('coordinator'),
  inbox: open('manager', 'executive'),
  decide: {
    roles: ['manager', 'executive'],
    person: (actor, allocation) => !tookPart(actor, allocation),
    otherwise: {
      fr: 'Vous avez pris part à cette demande de ressources, ou êtes de la mission qu’elle paie : une autre personne doit en décider.',
      en: 'You took part in this request for resources, or in the mission it pays: someone else must decide it.',
    },
  },
  record: open('coordinator', 'manager'),
  openEnvelope: open('executive'),
} satisfies Record<string, Rule<Asked>>

type Proposed = Pick<CeilingChange, 'proposedById'>

/** Ceilings are moved by two people: the one who proposes never confirms. */
export const ceilingPolicy = {
  read: internal,
  propose: open('manager', 'executive'),
  decide: {
    roles: ['manager', 'executive'],
    person: (actor, change) => actor.id !== change.proposedById,
    otherwise: {
      fr: 'Vous avez proposé ce changement de plafond : une autre personne doit le confirmer.',
      en: 'You proposed this change of ceiling: someone else must confirm it.',
    },
  },
} satisfies Record<string, Rule<Proposed>>

type Recorded = Pick<ExchangeRate, 'recordedById'>

/** Rates are recorded by those who answer for money, and confirmed by another of them; what was converted never follows. */
export const ratePolicy = {
  read: internal,
  record: open('manager', 'executive', 'admin'),
  confirm: {
    roles: ['manager', 'executive', 'admin'],
    person: (actor, rate) => actor.id !== rate.recordedById,
    otherwise: {
      fr: 'Vous avez inscrit ce taux : une autre personne doit le confirmer.',
      en: 'You recorded this rate: someone else must confirm it.',
    },
  },
} satisfies Record<string, Rule<Recorded>>

/** Rules of approval are changed by two people, too. */
export const stepRulePolicy = {
  read: internal,
  propose: open('executive', 'admin'),
  decide: {
    roles: ['executive', 'admin'],
    person: (actor, set) => actor.id !== set.proposedById,
    otherwise: {
      fr: 'Vous avez proposé ces règles : une autre personne doit les confirmer.',
      en: 'You proposed these rules: someone else must confirm them.',
    },
  },
} satisfies Record<string, Rule<Proposed>>

type Given = Pick<Delegation, 'fromId'>

/** Who may decide may lend that power, and alone take it back. */
export const delegationPolicy = {
  read: internal,
  give: open('manager', 'executive'),
  revoke: {
    roles: ['manager', 'executive'],
    person: (actor, delegation) => actor.id === delegation.fromId,
    otherwise: {
      fr: 'Seule la personne qui a délégué peut y mettre fin.',
      en: 'Only the person who delegated can end it.',
    },
  },
} satisfies Record<string, Rule<Given>>

/** Allocations are internal: every colleague sees them, no partner does. */
export const allocationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.allocation.count({ where: { id } })) > 0

export const envelopeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.envelope.count({ where: { id } })) > 0

export const changeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ceilingChange.count({ where: { id } })) > 0

export const entryVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ledgerEntry.count({ where: { id } })) > 0

export const rateVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.exchangeRate.count({ where: { id } })) > 0

export const delegationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.delegation.count({ where: { id } })) > 0

export const stepRulesVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.stepRuleSet.count({ where: { id } })) > 0
