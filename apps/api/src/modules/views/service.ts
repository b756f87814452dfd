import { views } from '@entente/shared/views/contract'
import { onlyOnce } from '../../platform/database/errors.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing, removing, toRegister } from '../../platform/records/changing.ts'
import { defined } from '../../platform/records/defined.ts'
import { conflictAt, invalidField } from '../../platform/rules/problems.ts'
import { programVisible } from '../programs/policy.ts'
import { viewsPolicy } from './policy.ts'
import { viewRecord } from './queries.ts'

/** One name leads to one view: a second of the same name on the same board is refused at its name (409). */
const namedOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/name', {
      fr: 'Vous avez déjà une vue de ce nom sur ce tableau ; choisissez-en un autre.',
      en: 'You already have a view of this name on this board; choose another.',
    }),
  )

/** Saves the filters of a board under a name. */
export const saveView = adding(
  views.save,
  viewRecord,
  { action: 'save', rule: viewsPolicy.save, ...toRegister },
  async ({ tx, actor, body }) => {
    if (body.programId !== null && !(await programVisible(tx, actor, body.programId)))
      throw invalidField('/programId', { fr: 'Programme introuvable.', en: 'Program not found.' })
    const id = newId()
    await namedOnce(tx.db.savedView.create({ data: { ...body, id, ownerId: actor.id, createdAt: tx.now } }))
    return id
  },
)

/** Changes the name, the filters or the sharing of one's own view. */
export const editView = changing(views.edit, viewRecord, 'edit', async ({ tx, id, body }) => {
  await namedOnce(tx.db.savedView.update({ where: { id }, data: { ...defined(body), version: { increment: 1 } } }))
})

/** Takes one's own view away. */
export const deleteView = removing(views.remove, viewRecord, 'delete', async ({ tx, id }) => {
  await tx.db.savedView.delete({ where: { id } })
})
