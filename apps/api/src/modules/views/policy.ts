import type { SavedView } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Actor, except, type Policy } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

/** Who audits opens the views of colleagues and writes nothing, not even a view. */
const keepers = open('coordinator', 'analyst', 'manager', 'executive', 'admin')

/** A view is changed by the person it belongs to and by nobody else. */
const ofOwner = {
  ...keepers,
  person: except<SavedView>(({ ownerId }, { id }) => ownerId !== id, {
    fr: 'Cette vue appartient à une autre personne ; enregistrez la vôtre.',
    en: 'This view belongs to someone else; save one of your own.',
  }),
}

export const viewPolicy = { edit: ofOwner, delete: ofOwner } satisfies Policy<SavedView>

/** What is done to the views of a board. */
export const viewsPolicy = { read: internal, save: keepers } satisfies Policy<null>

/** The views this person may open: their own, and those a colleague shares. */
export const readableBy = (actor: Actor) => ({ OR: [{ ownerId: actor.id }, { shared: true }] })

export const viewVisible = async (tx: Tx, actor: Actor, id: string) =>
  (await tx.db.savedView.count({ where: { id, ...readableBy(actor) } })) > 0
