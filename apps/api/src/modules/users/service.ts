import { randomBytes } from 'node:crypto'
import type { users } from '@entente/shared/users/contract'
import type { Call, CallOf } from '../../platform/records/call.ts'
import { type Change, command } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { matches } from './passwords-service.ts'
import { actorFrom, hashToken } from './queries.ts'
import { clearAttempts, signInCounts, takeAttempt } from './sign-in-limit-service.ts'

/** Hours after which a session ends, however busy. */
export const sessionHours = 24

const newToken = () => randomBytes(32).toString('base64url')

/** Opens a session and ends the one this browser held: a token seen before sign-in is worth nothing after it. */
const openSession = async (tx: Tx, userId: string, earlier: string | null) => {
  const token = newToken()
  if (earlier !== null) await tx.db.session.deleteMany({ where: { tokenHash: hashToken(earlier) } })
  const expiresAt = new Date(tx.now.getTime() + sessionHours * 3_600_000)
  const row = { id: newId(), tokenHash: hashToken(token), userId, createdAt: tx.now, lastSeenAt: tx.now, expiresAt }
  await tx.db.session.create({ data: row })
  return token
}

/** Signs in by e-mail and password. Says the same whatever is wrong (401). */
export const signIn = async (call: CallOf<typeof users.signIn>, earlier: string | null) => {
  const { server, body, request } = call
  const now = await server.clock(server.db)
  const counts = signInCounts(body.email, request.ip)
  const counted = await takeAttempt(server, now, counts)
  const user = await server.db.user.findFirst({ where: { email: body.email.toLowerCase(), disabledAt: null } })
  if (!(await matches(user?.passwordHash ?? null, body.password)) || user === null) {
    throw new ProblemError('wrong-credentials', {
      detail: {
        fr: 'Vérifiez l’adresse et le mot de passe, puis réessayez.',
        en: 'Check the e-mail and the password, then try again.',
      },
    })
  }
  await clearAttempts(server, counts, counted)
  const actor = actorFrom(user)
  const token = await command(call, async (tx) => ({
    answer: await openSession(tx, user.id, earlier),
    record: { action: 'session.open', resource: 'users', id: user.id, programId: null },
    by: actor,
  }))
  return { actor, token }
}

/** Ends this browser's session. */
export const signOut = (call: Call, token: string) =>
  command(call, async (tx): Promise<Change<void>> => {
    await tx.db.session.deleteMany({ where: { tokenHash: hashToken(token) } })
    return {
      answer: undefined,
      record: { action: 'session.close', resource: 'users', id: call.actor.id, programId: null },
    }
  })

/** Ends every session of the person: each is refused from the very next request. */
export const signOutEverywhere = (call: Call) =>
  command(call, async (tx): Promise<Change<void>> => {
    await tx.db.session.deleteMany({ where: { userId: call.actor.id } })
    return {
      answer: undefined,
      record: { action: 'session.closeAll', resource: 'users', id: call.actor.id, programId: null },
    }
  })

/** Remembers that a session is in use, at most once a minute. */
export const touch = async (call: Pick<Call, 'server'>, token: string, lastSeenAt: Date, now: Date) => {
  const stale = new Date(now.getTime() - 60_000)
  if (lastSeenAt >= stale) return
  await call.server.db.session.updateMany({
    where: { tokenHash: hashToken(token), lastSeenAt: { lt: stale } },
    data: { lastSeenAt: now },
  })
}
