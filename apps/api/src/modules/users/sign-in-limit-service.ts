import type { Server } from '../../platform/call.ts'
import { newId } from '../../platform/ids.ts'
import { ProblemError } from '../../platform/problems.ts'

const windowMinutes = 15
const perAccount = 10
const perAddress = 100

type Attempt = { email: string; address: string }

const accountKey = ({ email }: Attempt) => `account:${email.toLowerCase()}`
const addressKey = ({ address }: Attempt) => `address:${address}`

/**
 * Counts one failure before the password is looked at, and refuses it (429 with Retry-After) when it is one too many.
 * Of tries sent at once no more pass than one after the other; a refused try does not prolong the wait.
 */
export const takeAttempt = async ({ db }: Server, now: Date, attempt: Attempt) => {
  const rows = [accountKey(attempt), addressKey(attempt)].map((key) => ({ id: newId(), key, at: now }))
  await db.failedSignIn.createMany({ data: rows })
  const ids = rows.map((row) => row.id)
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const count = (key: string) => db.failedSignIn.count({ where: { key, at: { gt: since } } })
  const [ofAccount, ofAddress] = await Promise.all([count(accountKey(attempt)), count(addressKey(attempt))])
  if (ofAccount <= perAccount && ofAddress <= perAddress) return ids
  await db.failedSignIn.deleteMany({ where: { id: { in: ids } } })
  throw new ProblemError('too-many-attempts', {
    detail: {
      fr: `Trop de tentatives manquées. Réessayez dans ${windowMinutes} minutes.`,
      en: `Too many failed attempts. Try again in ${windowMinutes} minutes.`,
    },
    headers: { 'retry-after': String(windowMinutes * 60) },
  })
}

/** A success clears the account's count and takes back this attempt of the address. */
export const clearAttempts = async ({ db }: Server, attempt: Attempt, ids: string[]) => {
  await db.failedSignIn.deleteMany({ where: { OR: [{ key: accountKey(attempt) }, { id: { in: ids } }] } })
}
