import { hasReached, isFinal, path, stage } from '@entente/shared/programs/workflow'
import type { Allocation, Program } from '../../../generated/prisma/client.ts'
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
} satisfies Record<string, Rule<Asked>>

/** Allocations are internal: every colleague sees them, no partner does. */
export const allocationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.allocation.count({ where: { id } })) > 0
