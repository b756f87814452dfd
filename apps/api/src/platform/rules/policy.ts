import type { Label } from '@entente/shared/kernel/text'
import { ProblemError } from './problems.ts'

/** Who is asking. Roles are words of the contract; limits belong to the person. */
export type Actor = {
  id: string
  name: string
  email: string
  roles: readonly string[]
  locale: string
  organizationId: string | null
  limitMoney: string | null
  limitDays: string | null
}

/** Who may do one thing: some roles, and among them everyone but the persons whom the record rules out. */
export type Rule<Subject = unknown, Role extends string = string> = {
  roles: readonly Role[]
  /** True when this person may; `otherwise` says why not. */
  person?: (actor: Actor, subject: Subject) => boolean
  otherwise?: Label
}

const separation: Label = {
  fr: 'Une autre personne doit le faire : vous avez déjà pris part à cette fiche.',
  en: 'Someone else must do this: you already took part in this record.',
}

export const hasRole = (actor: Pick<Actor, 'roles'>, roles: readonly string[]) =>
  roles.some((role) => actor.roles.includes(role))

/** Whether the rule lets this person act on this record. For `can` lists. */
export const allows = <S>(rule: Rule<S>, actor: Actor, subject: S) =>
  hasRole(actor, rule.roles) && (rule.person === undefined || rule.person(actor, subject))

/** Refuses a person whom the record rules out (409): the role itself was checked before the record was looked for. */
export const authorize = <S>(rule: Rule<S>, actor: Actor, subject: S) => {
  if (!hasRole(actor, rule.roles)) throw new ProblemError('closed-to-role')
  if (rule.person !== undefined && !rule.person(actor, subject)) {
    throw new ProblemError('separation-of-duties', { detail: rule.otherwise ?? separation })
  }
}

/** Actions of a table open to this person on this record, state aside. */
export const openTo = <A extends string>(table: Partial<Record<A, boolean>>) =>
  (Object.keys(table) as A[]).filter((action) => table[action] === true)
