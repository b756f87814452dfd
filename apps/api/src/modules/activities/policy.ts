import type { Program } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, programVisible, visibleThrough } from '../programs/policy.ts'
import { internal, isInternal, open } from '../users/policy.ts'

/** What stands on the board of a program: the board itself, a column, a card. */
type OnBoard = { program: Pick<Program, 'stage'> }

/** Boards belong to those who run the programs, and are read by everyone inside. */
export const editsBoards = open('coordinator', 'analyst')
export const readsBoards = internal

const edit = { ...editsBoards, while: [inOpenProgram] }

export const activityPolicy = {
  edit,
  move: edit,
  /** Those who act in the programs speak on their cards; auditors and admins read. */
  comment: { ...open('coordinator', 'analyst', 'manager', 'executive'), while: [inOpenProgram] },
} satisfies Policy<OnBoard>

/** Whoever may change one card may do so with the board and its columns. */
export const boardPolicy = { edit } satisfies Policy<OnBoard>

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
