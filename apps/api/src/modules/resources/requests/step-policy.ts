import { isAwaited, isSigned } from '@entente/shared/resources/requests/workflow'
import type { Prisma } from '../../../generated/prisma/client.ts'

type Step = Prisma.ApprovalStepGetPayload<{ include: { delegation: true; ruleOf: true } }>
export type Signed = { steps: readonly Step[] }

/** The steps of the last submission: what was signed before it does not count. */
export const currentSteps = ({ steps }: Signed) => {
  const round = Math.max(...steps.map((step) => step.round))
  return steps.filter((step) => step.round === round)
}

/** All who signed a step of the present round, and all who lent the power for it. */
export const signersOf = (row: Signed) =>
  currentSteps(row)
    .filter(isSigned)
    .flatMap((step) => [step.decidedById, step.delegation?.fromId])
    .filter((id) => typeof id === 'string')

/** Who decided a step of the present round, or lent the power for it, decides no other. */
export const hasSigned = (row: Signed, personId: string) => signersOf(row).includes(personId)

/** The steps that may be decided now: those of the first group that still awaits a signature. */
export const openSteps = (row: Signed) => {
  const awaited = currentSteps(row).filter(isAwaited)
  const turn = Math.min(...awaited.map((step) => step.group))
  return awaited.filter((step) => step.group === turn)
}

/** Whether a step is signed within a limit; other steps belong to a role, whatever the amount. */
export const isWithinLimit = (step: Pick<Step, 'rule'>) => step.rule === 'withinLimit'

/** A step of a role goes up as a limit does: an executive may sign for a manager, not the other way. */
export const hasRoleOf = (step: Pick<Step, 'role'>, roles: readonly string[]) =>
  roles.includes('executive') || (step.role === 'manager' && roles.includes('manager'))
