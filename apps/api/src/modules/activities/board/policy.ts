import type { Policy } from '../../../platform/rules/policy.ts'
import { editsBoards } from '../policy.ts'

/**
 * What the answer of a board says of its reader: their role alone. A board is answered by its version (304), which the
 * stage of the program does not move; the stage is asked when someone writes.
 */
export const shownBoardPolicy = { edit: editsBoards } satisfies Policy<null>
