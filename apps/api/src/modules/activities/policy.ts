import type { Program } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Rule } from '../../platform/rules/policy.ts'
import { programVisible, visibleThrough } from '../programs/policy.ts'
import { internal, isInternal, open } from '../users/policy.ts'

export const activityPolicy = {
  read: internal,
  /** Boards belong to those who run the programs. */
  edit: open('coordinator', 'analyst'),
  /** Those who act in the programs speak on their cards; auditors and admins read. */
  comment: open('coordinator', 'analyst', 'manager', 'executive'),
} satisfies Record<string, Rule<Program>>

/** Boards are internal: partners follow activities through their own view. */
export const insideOnly =
  (visible: (tx: Tx, actor: Actor, id: string) => Promise<boolean>) => async (tx: Tx, actor: Actor, id: string) =>
    isInternal(actor) && visible(tx, actor, id)

const select = { programId: true }
export const boardVisible = insideOnly(programVisible)
export const activityVisible = insideOnly(
  visibleThrough((tx, id) => tx.db.activity.findUnique({ where: { id }, select })),
)
export const columnVisible = insideOnly(
  visibleThrough((tx, id) => tx.db.boardColumn.findUnique({ where: { id }, select })),
)
