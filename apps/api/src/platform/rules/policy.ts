import type { ProblemCode } from '@entente/shared/kernel/problem'
import type { Label, Locale } from '@entente/shared/kernel/text'
import type { Workflow } from '@entente/shared/kernel/workflow'
import type { ActorDetails } from './actor.d.ts'
import { ProblemError } from './problems.ts'

/** Who is asking. Roles are words of the contract. */
export type Actor = ActorDetails & {
  id: string
  name: string
  roles: readonly string[]
  /** The language of the account. */
  locale: string
  /** The language of the answer. */
  language: Locale
}

/** What must be so for an action, and what is said where it is not. */
export type Condition<Row> = {
  holds: (row: Row, actor: Actor) => boolean
  otherwise: Label | ((row: Row, actor: Actor) => Label)
  /** The refusal when it does not hold; for a person `separation-of-duties`, for a state `wrong-state`. */
  problem?: ProblemCode
}

/** A rule that is closed by role only. */
export type RoleRule<Role extends string = string> = {
  roles: readonly Role[]
  rolesOf?: never
  person?: never
  while?: never
  commits?: never
}

/**
 * Who may do one thing to a record: some roles, among them the persons the record rules in, while the record is in some
 * state. The refusal, the `can` of every answer and the reason why not are all derived from it.
 */
export type Rule<Row = unknown, Role extends string = string> = {
  roles: readonly Role[]
  /** Where the record itself names the roles, fewer than `roles`: closed to all others (403). */
  rolesOf?: (row: Row) => readonly Role[]
  /** Persons whom the record rules in (409, separation of duties). */
  person?: Condition<Row>
  /** What must be so of the record, first to last (409). */
  while?: readonly Condition<Row>[]
  /** What it binds to: weighed when the change is made, by what the application knows of it. */
  commits?: string
}

/** The rules of one kind of record, by action. */
export type Policy<Row, Action extends string = string> = Readonly<Record<Action, Rule<Row>>>

/** The state in which a workflow lets this action be taken. */
export const inStateFor = <State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  action: Action,
): Condition<{ state: State }> => ({
  holds: ({ state }) => workflow.transitions[action].from.includes(state),
  otherwise: workflow.transitions[action].otherwise,
})

const separation: Label = {
  fr: 'Une autre personne doit le faire : vous avez déjà pris part à cette fiche.',
  en: 'Someone else must do this: you already took part in this record.',
}

/** A rule for persons whom the record rules out, told why. */
export const except = <Row>(
  isRuledOut: (row: Row, actor: Actor) => boolean,
  otherwise: Label = separation,
): Condition<Row> => ({ holds: (row, actor) => !isRuledOut(row, actor), otherwise })

export const hasRole = (actor: Pick<Actor, 'roles'>, roles: readonly string[]) =>
  roles.some((role) => actor.roles.includes(role))

const isOpenToRole = <Row>(rule: Rule<Row>, row: Row, actor: Actor) =>
  hasRole(actor, rule.roles) && (rule.rolesOf === undefined || hasRole(actor, rule.rolesOf(row)))

const refusal = <Row>(condition: Condition<Row>, usual: ProblemCode, row: Row, actor: Actor) => {
  if (condition.holds(row, actor)) return null
  const { otherwise, problem = usual } = condition
  return new ProblemError(problem, { detail: typeof otherwise === 'function' ? otherwise(row, actor) : otherwise })
}

/** Why this person may not do this to this record now, or null when they may: role, then person, then state. */
export const refusalOf = <Row>(rule: Rule<Row>, row: Row, actor: Actor): ProblemError | null => {
  if (!isOpenToRole(rule, row, actor)) return new ProblemError('closed-to-role')
  const ofPerson = rule.person === undefined ? null : refusal(rule.person, 'separation-of-duties', row, actor)
  if (ofPerson !== null) return ofPerson
  for (const condition of rule.while ?? []) {
    const ofState = refusal(condition, 'wrong-state', row, actor)
    if (ofState !== null) return ofState
  }
  return null
}

/** Whether this person may do this to this record now. */
export const allows = <Row>(rule: Rule<Row>, row: Row, actor: Actor) => refusalOf(rule, row, actor) === null

/** Refuses what the rule does not let this person do to this record now. */
export const authorize = <Row>(rule: Rule<Row>, row: Row, actor: Actor) => {
  const found = refusalOf(rule, row, actor)
  if (found !== null) throw found
}

/** Refuses a role that the record itself closes (403), before its version is compared. */
export const authorizeRole = <Row>(rule: Rule<Row>, row: Row, actor: Actor) => {
  if (!isOpenToRole(rule, row, actor)) throw new ProblemError('closed-to-role')
}

/** What a person may do to a record, and for what their role would allow, why they may not now. */
export type Allowed<Action extends string> = { can: Action[]; cannot: Partial<Record<Action, string>> }

/**
 * What an answer says of its reader: the actions of the policy that are allowed, and a sentence for those that only the
 * person or the state forbids. Actions closed to the role are in neither.
 */
export const allowedOn = <Row, Action extends string>(
  policy: Policy<Row, Action>,
  row: Row,
  actor: Actor,
  actions = Object.keys(policy) as Action[],
): Allowed<Action> => {
  const allowed: Allowed<Action> = { can: [], cannot: {} }
  for (const action of actions) {
    const found = refusalOf(policy[action], row, actor)
    if (found === null) allowed.can.push(action)
    else if (found.code !== 'closed-to-role') allowed.cannot[action] = found.details.detail?.[actor.language] ?? ''
  }
  return allowed
}
