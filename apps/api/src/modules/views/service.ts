import type { views } from '@entente/shared/views/contract'
import { type Call, type CallOf, expectVersion } from '../../platform/records/call.ts'
import { type Change, command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { onlyOnce } from '../../platform/database/errors.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { conflictAt, invalidField } from '../../platform/rules/problems.ts'
import { programVisible } from '../programs/policy.ts'
import { viewPolicy } from './policy.ts'
import { viewFor } from './queries.ts'

/** One name leads to one view: a second of the same name on the same board is refused at its name (409). */
const namedOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/name', {
      fr: 'Vous avez déjà une vue de ce nom sur ce tableau ; choisissez-en un autre.',
      en: 'You already have a view of this name on this board; choose another.',
    }),
  )

/** Saves the filters of a board under a name. */
export const saveView = (call: CallOf<typeof views.save>) =>
  namedOnce(
    command(call, async (tx) => {
      const { programId } = call.body
      if (programId !== null && !(await programVisible(tx, call.actor, programId)))
        throw invalidField('/programId', { fr: 'Programme introuvable.', en: 'Program not found.' })
      const row = await tx.db.savedView.create({
        data: { ...call.body, id: newId(), ownerId: call.actor.id, createdAt: tx.now },
      })
      const answer = await viewFor(tx, call.actor, row)
      const record = { action: 'view.save', resource: 'view', id: row.id, programId, version: 1, after: answer }
      return { answer, record }
    }),
  )

/** The view behind the path, locked, as its owner saw it last. */
const own = async (tx: Tx, call: Call & { params: { id: string } }, action: 'edit' | 'delete') => {
  const { id } = call.params
  await lock(tx, 'saved_views', id)
  const row = await tx.db.savedView.findUniqueOrThrow({ where: { id } })
  authorize(viewPolicy[action], call.actor, row)
  const shown = await viewFor(tx, call.actor, row)
  expectVersion(call, shown)
  return shown
}

export const editView = (call: CallOf<typeof views.edit>) =>
  namedOnce(
    command(call, async (tx) => {
      const before = await own(tx, call, 'edit')
      const row = await tx.db.savedView.update({
        where: { id: before.id },
        data: { ...defined(call.body), version: { increment: 1 } },
      })
      const answer = await viewFor(tx, call.actor, row)
      const { id, programId, version } = answer
      return {
        answer,
        record: { action: 'view.edit', resource: 'view', id, programId, version, before, after: answer },
      }
    }),
  )

export const deleteView = (call: CallOf<typeof views.remove>) =>
  command(call, async (tx): Promise<Change<void>> => {
    const before = await own(tx, call, 'delete')
    const { id, programId, version } = before
    await tx.db.savedView.delete({ where: { id } })
    return { answer: undefined, record: { action: 'view.delete', resource: 'view', id, programId, version, before } }
  })
