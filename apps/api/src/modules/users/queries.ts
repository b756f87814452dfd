import { createHash } from 'node:crypto'
import type { User } from '../../generated/prisma/client.ts'
import type { Database, Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import type { People } from './presenter.ts'

export const hashToken = (token: string) => createHash('sha256').update(token).digest()

export const actorFrom = (user: User): Actor => ({
  id: user.id,
  name: user.name,
  email: user.email,
  roles: user.roles,
  locale: user.locale,
  language: user.locale === 'en' ? 'en' : 'fr',
  organizationId: user.organizationId,
  limitMoney: user.limitMoney?.toString() ?? null,
  limitDays: user.limitDays?.toString() ?? null,
})

/** Who asks where nobody is signed in: someone without any role. */
export const nobody: Actor = {
  id: 'anonymous',
  name: '',
  email: '',
  roles: [],
  locale: 'fr',
  language: 'fr',
  organizationId: null,
  limitMoney: null,
  limitDays: null,
}

/** Minutes without a request after which a session ends. */
export const idleMinutes = 8 * 60

/** Who holds this token now, and when it was last used: nobody once it is over, idle too long, or the account disabled. */
export const sessionOf = async (db: Database | Tx['db'], token: string, now: Date) => {
  const session = await db.session.findUnique({ where: { tokenHash: hashToken(token) }, include: { user: true } })
  if (session === null || session.user.disabledAt !== null) return null
  const idleLimit = session.lastSeenAt.getTime() + idleMinutes * 60_000
  const holds = session.expiresAt > now && idleLimit > now.getTime()
  return holds ? { actor: actorFrom(session.user), lastSeenAt: session.lastSeenAt } : null
}

/** Who holds this token now. */
export const actorOf = async (db: Database | Tx['db'], token: string, now: Date): Promise<Actor | null> =>
  (await sessionOf(db, token, now))?.actor ?? null

/** The names of these people, for one answer. */
export const namesOf = async (tx: Pick<Tx, 'db'>, ids: Iterable<string | null | undefined>): Promise<People> => {
  const wanted = [...new Set(ids)].filter((id): id is string => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const users = await tx.db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(users.map((user) => [user.id, user]))
}

/** Everyone of the institution who may be named in a record. */
export const colleagues = (tx: Pick<Tx, 'db'>) =>
  tx.db.user.findMany({
    where: { disabledAt: null, NOT: { roles: { has: 'partner' } } },
    select: { id: true, name: true, roles: true },
    orderBy: { name: 'asc' },
  })
