import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '@entente/shared/users/contract'
import type { users } from '@entente/shared/users/contract'
import type { CallOf, Server } from '../../platform/records/call.ts'
import { command, systemCommand } from '../../platform/records/command.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { hashPassword } from './passwords-service.ts'
import { hashToken } from './queries.ts'

export type NewAccount = {
  email: string
  name: string
  password: string
  roles: Role[]
  locale?: string
  organizationId?: string
  limitMoney?: string
  limitDays?: string
}

const insertAccount = async (tx: Tx, account: NewAccount) => {
  const { password, email, ...rest } = account
  const row = {
    id: newId(),
    email: email.toLowerCase(),
    passwordHash: await hashPassword(password),
    createdAt: tx.now,
    ...rest,
  }
  await tx.db.user.create({ data: row })
  return row.id
}

/** Opens an account. For the first start, the seed and tests: no HTTP path leads here. */
export const openAccount = (server: Pick<Server, 'db' | 'clock'>, account: NewAccount) =>
  systemCommand(server, async (tx) => {
    const id = await insertAccount(tx, account)
    const after = { email: account.email, roles: account.roles }
    return { answer: id, record: { action: 'user.open', resource: 'users', id, programId: null, version: 1, after } }
  })

const tokenFile = (dataDir: string) => join(dataDir, 'setup-token')

/** Makes the one-time token that lets the first admin in; kept in the data folder until it is used. */
export const issueSetupToken = async (dataDir: string) => {
  const known = await readFile(tokenFile(dataDir), 'utf8').catch(() => null)
  if (known !== null) return known
  const token = randomBytes(24).toString('base64url')
  await writeFile(tokenFile(dataDir), token, { mode: 0o600 })
  return token
}

/** Nobody else opens an account until this transaction ends: of several first admins at once one is. */
const requireNobodyYet = async (tx: Tx) => {
  await tx.db.$executeRaw`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`
  if ((await tx.db.user.count()) > 0) throw notFound()
}

/** Creates the first admin with the one-time token. Any other token, or a second use, finds nothing (404). */
export const setUp = async (call: CallOf<typeof users.setUp>, dataDir: string) => {
  const { token, ...account } = call.body
  const known = await readFile(tokenFile(dataDir), 'utf8').catch(() => '')
  if (known === '' || !timingSafeEqual(hashToken(known), hashToken(token))) throw notFound()
  const id = await command(call, async (tx) => {
    await requireNobodyYet(tx)
    const created = await insertAccount(tx, { ...account, roles: ['admin'] })
    return {
      answer: created,
      record: {
        action: 'user.open',
        resource: 'users',
        id: created,
        programId: null,
        version: 1,
        after: { roles: ['admin'] },
      },
      by: { id: created, name: account.name },
    }
  })
  await rm(tokenFile(dataDir), { force: true })
  return id
}
