import {
  hasReached,
  isEnd,
  isFinal,
  nextStage,
  type Path,
  paths,
  positionOf,
  type Stage,
} from '../programs/workflow.ts'
import type { Role } from '../users/contract.ts'
import { askedInto, type Requirement } from '../proof/rules.ts'

const movers: Record<'forward' | 'declined' | 'redirected' | 'withdrawn' | 'cancelled', readonly Role[]> = {
  forward: ['coordinator'],
  declined: ['coordinator', 'executive'],
  redirected: ['coordinator', 'executive'],
  withdrawn: ['coordinator'],
  cancelled: ['executive'],
}

/** Roles that may make this move, gates aside; none when there is no such transition. */
export const moversOf = (path: Path, from: Stage, to: Stage): readonly Role[] => {
  if (isFinal(from)) return []
  if (!isEnd(to)) return nextStage(path, from) === to ? movers.forward : []
  const undecided = path === 'standard' ? 'design' : 'allocation'
  const tooLate = (to === 'declined' || to === 'redirected') && hasReached(path, from, undecided)
  return tooLate ? [] : movers[to]
}

/** Stages someone with these roles may move a program to now, gates aside. */
export const openMoves = (path: Path, from: Stage, roles: readonly string[]): Stage[] => {
  const next = nextStage(path, from)
  const targets: Stage[] = [...(next === null ? [] : [next]), 'declined', 'redirected', 'withdrawn', 'cancelled']
  return targets.filter((to) => moversOf(path, from, to).some((role) => roles.includes(role)))
}

export type Step = { from: Stage; to: Stage; asks: readonly Requirement[] }

/** Every transition from `from` up to `to`; for an end, the one into it. Empty when `to` is not ahead. */
export const stepsTo = (path: Path, from: Stage, to: Stage): Step[] => {
  if (isEnd(to)) return moversOf(path, from, to).length > 0 ? [{ from, to, asks: askedInto(path, to) }] : []
  const stages: readonly Stage[] = paths[path]
  const start = positionOf(path, from)
  if (start < 0 || isFinal(from)) return []
  return stages.slice(start, Math.max(start, stages.indexOf(to))).map((stage, index) => {
    const next = stages[start + index + 1] ?? stage
    return { from: stage, to: next, asks: askedInto(path, next) }
  })
}
