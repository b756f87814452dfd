import { isTimeFor } from '@entente/shared/transfer/rules'
import type { Program, TransferObjective } from '../../generated/prisma/client.ts'
import { type Condition, except, type Policy } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

const otherwise = {
  fr: 'L’étape du programme ne le permet pas.',
  en: 'The stage of the program does not allow it.',
}
type What = Parameters<typeof isTimeFor>[0]
/** What the stage of the program is neither too early nor too late for. */
const atTimeFor = (what: What): Condition<Pick<Program, 'stage'>> => ({
  holds: ({ stage }) => isTimeFor(what, stage),
  otherwise,
})
const inTimeFor = (what: What): Condition<{ program: Pick<Program, 'stage'> }> => ({
  holds: ({ program }) => isTimeFor(what, program.stage),
  otherwise,
})
/** What was verified is what stays written. */
const unverified: Condition<Pick<TransferObjective, 'verifiedLevel'>> = {
  holds: ({ verifiedLevel }) => verifiedLevel === null,
  otherwise: { fr: 'Le niveau est déjà vérifié.', en: 'The level is already verified.' },
}

export const objectivePolicy = {
  edit: { ...open('coordinator', 'analyst'), while: [unverified, inTimeFor('objective')] },
  verify: { ...open('coordinator', 'analyst', 'executive'), while: [unverified, inTimeFor('verification')] },
} satisfies Policy<TransferObjective & { program: Program }>

export const readsTransfer = internal

/** A program, and whether its one evaluation is filed. */
export type Evaluated = Program & { evaluation: { id: string } | null }

/** What this slice lets people do to a program. */
export const programTransferPolicy = {
  addObjective: { ...open('coordinator', 'analyst'), while: [atTimeFor('objective')] },
  addLesson: { ...open('coordinator', 'analyst'), while: [atTimeFor('lesson')] },
  /** An evaluation comes from outside the delivery: never from who coordinates the program, or once did. */
  fileEvaluation: {
    ...open('coordinator', 'analyst', 'manager', 'executive'),
    person: except(
      ({ coordinatorId, formerCoordinatorIds }, { id }) => [coordinatorId, ...formerCoordinatorIds].includes(id),
      {
        fr: 'Vous coordonnez ce programme : une autre personne doit l’évaluer.',
        en: 'You coordinate or once coordinated this program: someone else must evaluate it.',
      },
    ),
    while: [
      atTimeFor('evaluation'),
      {
        holds: ({ evaluation }) => evaluation === null,
        otherwise: { fr: 'L’évaluation est déjà déposée.', en: 'The evaluation is already filed.' },
      },
    ],
  },
} satisfies Policy<Evaluated>
