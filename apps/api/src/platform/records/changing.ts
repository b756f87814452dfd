import type { Endpoint, ReplyOf } from '@entente/shared/kernel/endpoint'
import type { AuditRecord } from './audit.ts'
import { type Call, type CallOf, expectVersion } from './call.ts'
import { settle, writing } from './command.ts'
import { lock, type Table, type Tx } from '../database/client.ts'
import { type Actor, authorizeRole, type Policy, authorize, type Rule } from '../rules/policy.ts'

type Versioned = { version: number }

/** Whether the record in the path is there for this person; the answer to "missing" and "not yours" is the same. */
export type Visible = (tx: Tx, actor: Actor, id: string) => Promise<boolean>

const checked = Symbol('checked')

/** Rules by the action they are for. */
export type Asked = readonly { action: string; rule: Rule<never> }[]

/** A handler that asks its whole rule itself, inside its transaction; made here only. */
export type Checked<E extends Endpoint> = {
  readonly [checked]: true
  rule: { roles: readonly string[] }
  /** The whole rules that it asks, by action: for the documents and the tests that read them. */
  asks: Asked
  visible?: Visible
  handle: (call: CallOf<E>) => Promise<ReplyOf<E>>
}

/** What a slice says once of a kind of record that people change. */
export type Recorded<Row, Answer, Action extends string> = {
  /** The slice it belongs to, as the trail and the live stream name it. */
  resource: string
  /** What the trail calls its actions by: `request.verify`. */
  noun: string
  table: Table
  /** What is locked instead of its row, where something larger orders all writing around it. */
  lock?: (tx: Tx, id: string) => Promise<void>
  policy: Policy<Row, Action>
  visible: Visible
  /** Reads the record as its rules need it. */
  find: (tx: Tx, id: string) => Promise<Row>
  /** The record as this person may see it. */
  present: (tx: Tx, actor: Actor, row: Row) => Promise<Answer>
  programOf: (row: Row) => string | null
}

/** The same of a kind of record that is only ever added. */
export type Added<Row, Answer> = Omit<Recorded<Row, Answer, never>, 'table' | 'lock' | 'policy' | 'visible'>

/** Keeps the types of a kind of record, said once, for rows of this shape. */
export const recorded =
  <Row>() =>
  <Answer, Action extends string>(record: Recorded<Row, Answer, Action>) =>
    record

/** What a change may tell the trail beside, or instead of, the record before and after. */
type Told = Partial<Pick<AuditRecord, 'action' | 'version' | 'before' | 'after' | 'alsoConcerns'>> & {
  commits?: string | null
}
// A change that has nothing to add returns nothing.
type Outcome = Promise<Told | undefined | void>

/** What a command works with: the record, locked, as it was and as its reader saw it. */
export type Step<E extends Endpoint, Row, Answer> = {
  tx: Tx
  call: CallOf<E>
  actor: Actor
  body: CallOf<E>['body']
  id: string
  before: Row
  shown: Answer
}

/** One action, or those among which the body chooses. */
type Choice<E extends Endpoint, Action extends string> =
  | Action
  | { among: readonly Action[]; by: (body: CallOf<E>['body'], actor: Actor) => Action }

const idOf = (call: Call & { params: unknown }) => (call.params as { id: string }).id

const chosen = <E extends Endpoint, Action extends string>(choice: Choice<E, Action>, { body, actor }: CallOf<E>) =>
  typeof choice === 'string' ? choice : choice.by(body, actor)

/** What an operation says of itself to whoever mounts, documents or tries it. */
const asking = <Row, Action extends string>(policy: Policy<Row, Action>, actions: readonly Action[]) => ({
  rule: { roles: [...new Set(actions.flatMap((action) => policy[action].roles))] },
  asks: actions.map((action) => ({ action, rule: policy[action] })),
})

/** What the trail is told of any action: what was done to which record, of which slice and dossier. */
const entryOf = <Row>(
  { resource, noun, programOf }: Pick<Recorded<Row, never, never>, 'resource' | 'noun' | 'programOf'>,
  action: string,
  id: string,
  row: Row,
) => ({ action: `${noun}.${action}`, resource, id, programId: programOf(row) })

/** The order of every change: lock, role, version (412), person and state (409). */
const prepare = async <E extends Endpoint, Row, Answer extends Versioned, Action extends string>(
  tx: Tx,
  call: CallOf<E>,
  record: Recorded<Row, Answer, Action>,
  rule: Rule<Row>,
): Promise<Step<E, Row, Answer>> => {
  const { actor, body } = call
  const id = idOf(call)
  await (record.lock === undefined ? lock(tx, record.table, id) : record.lock(tx, id))
  const before = await record.find(tx, id)
  authorizeRole(rule, before, actor)
  const shown = await record.present(tx, actor, before)
  expectVersion(call, shown)
  authorize(rule, before, actor)
  return { tx, call, actor, body, id, before, shown }
}

/**
 * A change of one record, whole: the record is locked, its rule is asked (role, version, person, state), the change is
 * made, and the answer and the trail are written from the record as it then stands.
 */
export const changing = <E extends Endpoint, Row, Action extends string>(
  _endpoint: E,
  record: Recorded<Row, ReplyOf<E> & Versioned, Action>,
  choice: Choice<E, Action>,
  change: (step: Step<E, Row, ReplyOf<E> & Versioned>) => Outcome,
): Checked<E> => ({
  [checked]: true,
  ...asking(record.policy, typeof choice === 'string' ? [choice] : choice.among),
  visible: record.visible,
  handle: (call) =>
    writing(call, async (tx) => {
      const action = chosen(choice, call)
      const rule = record.policy[action]
      const step = await prepare(tx, call, record, rule)
      const { commits = rule.commits ?? null, ...told } = (await change(step)) ?? {}
      const row = await record.find(tx, step.id)
      const entry = { ...entryOf(record, action, step.id, row), ...told }
      await settle(tx, call, entry, commits)
      const answer = await record.present(tx, call.actor, row)
      return { answer, record: { version: answer.version, before: step.shown, after: answer, ...entry } }
    }),
})

/** The same for a change after which the record is gone, or is told of no more: the answer is empty (204). */
export const removing = <E extends Endpoint, Row, Answer extends Versioned, Action extends string>(
  _endpoint: E & { status: 204 },
  record: Recorded<Row, Answer, Action>,
  action: Action,
  remove: (step: Step<E, Row, Answer>) => Outcome,
): Checked<E> => ({
  [checked]: true,
  ...asking(record.policy, [action]),
  visible: record.visible,
  handle: (call) =>
    writing(call, async (tx) => {
      const step = await prepare(tx, call, record, record.policy[action])
      const told = await remove(step)
      const entry = { ...entryOf(record, action, step.id, step.before), ...told }
      await settle(tx, call, entry)
      const { shown } = step
      return { answer: undefined as ReplyOf<E>, record: { version: shown.version, before: shown, ...entry } }
    }),
})

/** Where a new record comes from: what it is added to, and who may add it. */
export type Addition<E extends Endpoint, Parent, Row> = {
  /** What the trail calls it; where the body or the new record says it, from there. */
  action: string | ((body: CallOf<E>['body'], row: Row) => string)
  rule: Rule<Parent>
  /** What adding it binds to, where the rule alone does not say it. */
  commits?: (body: CallOf<E>['body'], parent: Parent) => string | null
  /** Dossiers that rest on it beside its own. */
  alsoConcerns?: (tx: Tx, id: string) => Promise<readonly string[]>
  /** What the record is added to, locked; its rule is asked of it. */
  parent: (tx: Tx, call: CallOf<E>) => Promise<Parent>
  visible?: Visible
}

const versionIn = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'version' in answer ? Number(answer.version) : 1

/** For what is added to nothing but the register itself. */
export const toRegister = { parent: () => Promise.resolve(null) }

/** A new record, whole: what it is added to is locked, its rule is asked, and the trail tells of what was added. */
export const adding = <E extends Endpoint, Parent, Row>(
  _endpoint: E,
  record: Added<Row, ReplyOf<E>>,
  addition: Addition<E, Parent, Row>,
  add: (step: Pick<Step<E, never, never>, 'tx' | 'call' | 'actor' | 'body'> & { parent: Parent }) => Promise<string>,
): Checked<E> => ({
  [checked]: true,
  rule: { roles: addition.rule.roles },
  asks: [{ action: typeof addition.action === 'string' ? addition.action : 'add', rule: addition.rule }],
  ...(addition.visible && { visible: addition.visible }),
  handle: (call) =>
    writing(call, async (tx) => {
      const { actor, body } = call
      const parent = await addition.parent(tx, call)
      authorize(addition.rule, parent, actor)
      const id = await add({ tx, call, actor, body, parent })
      const row = await record.find(tx, id)
      const alsoConcerns = (await addition.alsoConcerns?.(tx, id)) ?? []
      const action = typeof addition.action === 'string' ? addition.action : addition.action(body, row)
      const added = { ...entryOf(record, action, id, row), alsoConcerns }
      const { commits = () => addition.rule.commits ?? null } = addition
      await settle(tx, call, added, commits(body, parent))
      const answer = await record.present(tx, actor, row)
      return { answer, record: { ...added, version: versionIn(answer), after: answer } }
    }),
})
