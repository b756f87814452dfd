import type { SavedView } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

/** Who audits opens the views of colleagues and writes nothing, not even a view. */
const save: Rule<SavedView> = open('coordinator', 'analyst', 'manager', 'executive', 'admin')

/** A view is changed by the person it belongs to and by nobody else. */
const ofOwner: Rule<SavedView> = {
  ...save,
  person: (actor, view) => actor.id === view.ownerId,
  otherwise: {
    fr: 'Cette vue appartient à une autre personne ; enregistrez la vôtre.',
    en: 'This view belongs to someone else; save one of your own.',
  },
}

export const viewPolicy = {
  read: internal,
  save,
  edit: ofOwner,
  delete: ofOwner,
} satisfies Record<string, Rule<SavedView>>

/** The views this person may open: their own, and those a colleague shares. */
export const readableBy = (actor: Actor) => ({ OR: [{ ownerId: actor.id }, { shared: true }] })

export const viewVisible = async (tx: Tx, actor: Actor, id: string) =>
  (await tx.db.savedView.count({ where: { id, ...readableBy(actor) } })) > 0
