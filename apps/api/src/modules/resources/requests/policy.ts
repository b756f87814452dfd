import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import type { Label } from '@entente/shared/kernel/text'
import { hasReached, isFinal } from '@entente/shared/programs/workflow'
import type { Allocation, Program } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import {
  type Actor,
  type Condition,
  except,
  inStateFor,
  type Policy,
  type Rule,
} from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'
import { hasSigned, type Signed } from './step-policy.ts'

export type Asked = Pick<Allocation, 'requestedById' | 'editorIds'> & { participantIds: readonly string[] }

/** Everyone with a part in an allocation: who asked, who ever wrote in it, and those whose own costs it pays. */
export const partakersOf = ({ requestedById, editorIds, participantIds }: Asked) => [
  requestedById,
  ...editorIds,
  ...participantIds,
]

export const tookPart = (actor: Actor, allocation: Asked) => partakersOf(allocation).includes(actor.id)

/** Whether a program has come to its allocation and has not ended. */
const takesResources = ({ path, stage }: Program) => !isFinal(stage) && hasReached(path, stage, 'allocation')

/** Whether the ledger of a program was reconciled for good, at its closing (P7-G10): its entries stand as they are. */
const isReconciled = (program: Program | null) => program?.stage === 'closed'

/** Whether a program has ended, closed or otherwise: work that was asked without a program is not charged to it. */
export const hasEnded = ({ stage }: Program) => isFinal(stage)

/** Nothing is approved before a program reaches allocation, while it is suspended, or after its end. */
export const isApprovable = (program: Program | null) =>
  program === null || (program.suspendedCause === null && takesResources(program))

type OfProgram = { program: Program | null }

/** What takes resources for a program is for one that they are approved for. */
export const whileApprovable: readonly Condition<OfProgram>[] = [
  {
    holds: ({ program }) => program === null || takesResources(program),
    otherwise: {
      fr: 'Le programme n’a pas atteint l’affectation, ou il est terminé.',
      en: 'The program has not reached allocation, or it is closed.',
    },
  },
  {
    holds: ({ program }) => isApprovable(program),
    otherwise: {
      fr: 'Le programme est suspendu : attendez sa reprise.',
      en: 'The program is suspended: wait until it resumes.',
    },
    problem: 'suspended',
  },
]

/** Nothing is recorded, or undone, once the ledger of a program was reconciled at its closing (P7-G10). */
export const whileLedgerOpen: Condition<OfProgram> = {
  holds: ({ program }) => !isReconciled(program),
  otherwise: {
    fr: 'Le programme est terminé et son grand livre concilié : ses écritures restent telles quelles. Une facture qui arrive encore s’inscrit à une demande de travail général, sans programme.',
    en: 'The program is closed and its ledger reconciled: its entries stay as they are. An invoice that still arrives is recorded on a request for general work, without a program.',
  },
}

const evaluated: Label = {
  fr: 'Le programme est en évaluation : ses ressources sont rapprochées, et aucune autre ne s’y demande. Une ou un dirigeant peut le rouvrir.',
  en: 'The program is being evaluated: its resources are reconciled, and no more are asked for. An executive may reopen it.',
}

/** What is evaluated has its ledger reconciled (P7-G10): nothing more is asked or approved for it. */
const beforeEvaluation: Condition<OfProgram> = {
  holds: ({ program }) => program?.stage !== 'evaluation',
  otherwise: evaluated,
}

const askers = open('coordinator')
const deciders = open('manager', 'executive')

type Requested = Asked & Signed & OfProgram & Pick<Allocation, 'state'>

/** What is done to a request. Within a limit or not, a decision is a return or a refusal, too. */
export const allocationPolicy = {
  edit: { ...askers, while: [inStateFor(allocationWorkflow, 'edit')] },
  submit: { ...askers, while: [inStateFor(allocationWorkflow, 'submit')] },
  withdraw: { ...askers, while: [inStateFor(allocationWorkflow, 'withdraw')] },
  decide: {
    ...deciders,
    person: except((allocation, actor) => tookPart(actor, allocation), {
      fr: 'Vous avez pris part à cette demande de ressources, ou êtes de la mission qu’elle paie : une autre personne doit en décider.',
      en: 'You took part in this request for resources, or in the mission it pays: someone else must decide it.',
    }),
    while: [
      { ...inStateFor(allocationWorkflow, 'sign'), problem: 'already-decided' },
      {
        holds: (row, { id }) => !hasSigned(row, id),
        otherwise: {
          fr: 'Vous avez déjà signé une étape de cette demande : une autre personne doit signer celle-ci.',
          en: 'You already signed a step of this request: someone else must sign this one.',
        },
        problem: 'separation-of-duties',
      },
    ],
  },
  record: { ...open('coordinator', 'manager'), while: [inStateFor(allocationWorkflow, 'record')] },
  amend: { ...askers, while: [inStateFor(allocationWorkflow, 'amend')] },
} satisfies Policy<Requested>

/** A request, and where its reader’s power was weighed, why that does not reach (null: it does). */
export type Weighed = Requested & { overLimit?: Label | null }

const { decide } = allocationPolicy

/** Approving asks more than deciding: the power to grant the whole, and a program that resources are approved for. */
export const approval: Rule<Weighed> = {
  ...decide,
  while: [
    ...decide.while,
    {
      holds: ({ overLimit = null }) => overLimit === null,
      otherwise: ({ overLimit }) => overLimit ?? { fr: '', en: '' },
      problem: 'over-limit',
    },
    ...whileApprovable,
    beforeEvaluation,
  ],
}

/** Which requests wait for whom, and all of them. */
export const allocationsPolicy = { read: internal, inbox: deciders } satisfies Policy<null>

/** Drafts and submissions are possible from `design` on, or on the short path from the decision; without a program always. */
export const programAllocationPolicy = {
  allocate: {
    ...askers,
    while: [
      {
        holds: (program) =>
          program === null ||
          (!isFinal(program.stage) &&
            hasReached(program.path, program.stage, program.path === 'standard' ? 'design' : 'decision')),
        otherwise: {
          fr: 'Le programme n’en est pas à demander des ressources.',
          en: 'The program is not at the point of asking for resources.',
        },
      },
      {
        holds: (program, actor) => beforeEvaluation.holds({ program }, actor),
        otherwise: evaluated,
      },
    ],
  },
} satisfies Policy<Program | null>

/** Allocations are internal: every colleague sees them, no partner does. */
export const allocationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.allocation.count({ where: { id } })) > 0
