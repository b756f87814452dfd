import { z } from 'zod'
import type { Label } from './text.ts'

/** One way on: from which states, into which (null: the record stays as it is), and what is said to all others. */
export type Transition<State extends string = string> = {
  from: readonly State[]
  to: State | null
  otherwise: Label
}

/** All that can happen to a record that has a state, as data: its states, and per action the ways it may take. */
export type Workflow<State extends string = string, Action extends string = string> = {
  /** In which a record begins. */
  initial: State
  states: readonly State[]
  transitions: Readonly<Record<Action, Transition<State>>>
}

/** Keeps the words of a workflow as types: a transition from or into a state it does not have compiles nowhere. */
export const defineWorkflow = <
  const State extends string,
  const Initial extends State,
  const Transitions extends Readonly<Record<string, Transition<State>>>,
>(workflow: {
  states: readonly State[]
  initial: Initial
  transitions: Transitions
}) => workflow

/** The states of a workflow as a contract holds them. */
export const stateOf = <State extends string>({ states }: Pick<Workflow<State>, 'states'>) => z.enum(states)

/** Records to which this action can be done, as a condition of a query. */
export const whereOpenTo = <State extends string, Action extends string>(
  { transitions }: Workflow<State, Action>,
  action: Action,
) => ({ state: { in: [...transitions[action].from] } })
