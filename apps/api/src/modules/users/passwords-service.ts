import { hash, verify } from '@node-rs/argon2'

// OWASP minimum for argon2id. Memory in KiB.
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 4

let running = 0
const waiting: (() => void)[] = []

// Hashing is costly on purpose: more than a few at once would starve every other request.
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, settings))

let decoy: Promise<string> | null = null

/** Compares a password; without an account it does the same work, so that time tells nothing (S15). */
export const matches = async (passwordHash: string | null, password: string) => {
  decoy ??= hashPassword('no such account')
  const known = passwordHash ?? (await decoy)
  const right = await inTurn(() => verify(known, password))
  return right && passwordHash !== null
}
