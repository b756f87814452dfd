import type { Server } from '../../platform/records/call.ts'
import { newId } from '../../platform/database/ids.ts'
import { ProblemError } from '../../platform/rules/problems.ts'

const windowMinutes = 15

/** A thing whose failures are counted, and how many are borne within a quarter of an hour. */
export type Counted = { key: string; most: number }

/** One person guesses at one thing at most ten times. */
export const byOne = 10
/** However many guess: a hundred times at one thing, or from one address. */
export const byMany = 100

export const fromAddress = (address: string): Counted => ({ key: `address:${address}`, most: byMany })

/** What signing in counts: the account, whoever tries it, and the address, whatever account it tries. */
export const signInCounts = (email: string, address: string): [Counted, Counted] => [
  { key: `account:${email.toLowerCase()}`, most: byOne },
  fromAddress(address),
]

/**
 * Counts one failure before the password is looked at, and refuses it (429 with Retry-After) when it is one too many.
 * Of tries sent at once no more pass than one after the other; a refused try does not prolong the wait.
 */
export const takeAttempt = async ({ db }: Server, now: Date, counted: readonly Counted[]) => {
  const rows = counted.map(({ key }) => ({ id: newId(), key, at: now }))
  await db.failedSignIn.createMany({ data: rows })
  const ids = rows.map((row) => row.id)
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const isBorne = async ({ key, most }: Counted) =>
    (await db.failedSignIn.count({ where: { key, at: { gt: since } } })) <= most
  const borne = await Promise.all(counted.map(isBorne))
  if (borne.every(Boolean)) return ids
  await db.failedSignIn.deleteMany({ where: { id: { in: ids } } })
  throw new ProblemError('too-many-attempts', {
    detail: {
      fr: `Trop de tentatives manquées. Réessayez dans ${windowMinutes} minutes.`,
      en: `Too many failed attempts. Try again in ${windowMinutes} minutes.`,
    },
    headers: { 'retry-after': String(windowMinutes * 60) },
  })
}

/** A success clears the first count, which is its own, and takes back this attempt from the others. */
export const clearAttempts = async ({ db }: Server, [own]: readonly [Counted, ...Counted[]], ids: string[]) => {
  await db.failedSignIn.deleteMany({ where: { OR: [{ key: own.key }, { id: { in: ids } }] } })
}
