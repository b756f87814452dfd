import { isFinal, stage } from '@entente/shared/programs/workflow'
import { type Call, expectVersion } from '../../platform/records/call.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { programVisible } from './policy.ts'

type Staged = { stage: string }

/** Whether records may still be added to the program: not once it is closed or ended. */
export const isOpen = (program: Staged) => !isFinal(stage.parse(program.stage))

/** Refuses a change to a program that is closed or ended (409); gives its stage. */
export const requireOpen = (program: Staged) => {
  if (!isOpen(program)) throw wrongState('Le dossier est terminé.', 'The dossier is closed.')
  return stage.parse(program.stage)
}

/** The program a record is about to be added to, locked so that records are added one after another. */
export const lockedProgram = async (tx: Tx, id: string) => {
  await lock(tx, 'programs', id)
  return tx.db.program.findUniqueOrThrow({ where: { id } })
}

/** For what is added to a program: whoever sees it may ask, and its rule is asked of the program, locked. */
export const toProgram = {
  visible: programVisible,
  parent: (tx: Tx, { params }: { params: { id: string } }) => lockedProgram(tx, params.id),
}

/** The same for what is decided on the program as it was read: a later version of it is refused (412). */
export const toProgramAsRead = {
  visible: programVisible,
  parent: async (tx: Tx, call: Call & { params: { id: string } }) => {
    const program = await lockedProgram(tx, call.params.id)
    expectVersion(call, { version: program.version })
    return program
  },
}
