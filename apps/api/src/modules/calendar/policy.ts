import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Rule } from '../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../users/policy.ts'

/** The register of our own elections is kept by the executive and by who administers; everyone inside reads it. */
export const calendarPolicy = {
  read: internal,
  keep: open('executive', 'admin'),
} satisfies Record<string, Rule>

export const electionVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.election.count({ where: { id } })) > 0
