import { isFinal } from '@entente/shared/programs/workflow'
import type { Commitment } from '@entente/shared/programs/options'
import type { Prisma, Program } from '../../generated/prisma/client.ts'
import { asDate } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Condition, Policy, Rule } from '../../platform/rules/policy.ts'
import { anyone, isInternal, open } from '../users/policy.ts'

type Staged = Pick<Program, 'stage'>

const ended = { fr: 'Le dossier est terminé.', en: 'The dossier is closed.' }

/** Nothing is added to a program that is closed or ended. */
export const whileOpen: Condition<Staged> = { holds: ({ stage }) => !isFinal(stage), otherwise: ended }

/** What must be so of a program, asked of a record of it. */
const ofProgram = <Row>({ holds, otherwise, ...said }: Condition<Row>): Condition<{ program: Row }> => ({
  ...said,
  holds: ({ program }, actor) => holds(program, actor),
  otherwise: typeof otherwise === 'function' ? ({ program }, actor) => otherwise(program, actor) : otherwise,
})

/** Nor is a record of such a program changed. */
export const inOpenProgram = ofProgram(whileOpen)

/** Nothing that binds happens while a program is suspended. */
export const notSuspended: Condition<Pick<Program, 'suspendedCause'>> = {
  holds: ({ suspendedCause }) => suspendedCause === null,
  otherwise: { fr: 'Levez d’abord la suspension.', en: 'Lift the suspension first.' },
  problem: 'suspended',
}

/** Nor for a record of such a program. */
export const inRunningProgram = ofProgram(notSuspended)

/** A rule of an act that binds the institution: the gates that guard it are weighed when it is done. */
export const binding = <Bound extends Rule<never>>(commits: Commitment, rule: Bound) => ({ ...rule, commits })

export const programPolicy = {
  edit: { ...open('coordinator', 'executive'), while: [whileOpen] },
} satisfies Policy<Program>

export const readsPrograms = anyone

/** Shares in force on this day: those of an organization end with what they rest on (P6-G2), its cleared diligence too. */
export const inForceOn = (today: string): Prisma.ShareWhereInput => ({
  revokedAt: null,
  expiresOn: { gte: asDate(today) },
  AND: [
    { OR: [{ groundsEndOn: null }, { groundsEndOn: { gte: asDate(today) } }] },
    { OR: [{ organizationId: null }, { organization: { dueDiligence: 'cleared' } }] },
  ],
})

/** The programs this person may see: all for the institution; for a partner those shared with its organization now. */
export const readableBy = (actor: Actor, today: string): Prisma.ProgramWhereInput => {
  if (isInternal(actor)) return {}
  if (actor.organizationId === null) return { id: { in: [] } }
  return { shares: { some: { kind: 'organization', organizationId: actor.organizationId, ...inForceOn(today) } } }
}

/** Whether this person may see the program: the check behind every path that begins with `/programs/:id`. */
export const programVisible = async (tx: Tx, actor: Actor, id: string) =>
  (await tx.db.program.count({ where: { AND: [{ id }, readableBy(actor, tx.today)] } })) > 0

/** Which of these programs this person may see. */
export const visiblePrograms = async (tx: Tx, actor: Actor, ids: string[]): Promise<ReadonlySet<string>> => {
  const where = { AND: [{ id: { in: ids } }, readableBy(actor, tx.today)] }
  return new Set((await tx.db.program.findMany({ where, select: { id: true } })).map((row) => row.id))
}

/** The same for a record that belongs to a program. */
export const visibleThrough =
  (programOf: (tx: Tx, id: string) => Promise<{ programId: string | null } | null>) =>
  async (tx: Tx, actor: Actor, id: string) => {
    const record = await programOf(tx, id)
    if (record === null) return false
    return record.programId === null ? isInternal(actor) : programVisible(tx, actor, record.programId)
  }
