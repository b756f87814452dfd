import { outsideRole } from '@entente/postgres/outside'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Database, openDatabase } from './client.ts'

const schema = 'outside'

/** What the policies of the database are told of who reads: plain values by their names. */
export type Outsider = Readonly<Record<string, string>>

/** Few read from outside at one moment; those inside keep their connections. */
const connections = 6

/** A client that reads the views made for who is outside. */
export const openOutside = (url: string): Database => openDatabase(url, { connections, schema })

/**
 * Reads as who is outside: in a transaction that writes nothing, under a role that is granted only what may leave, over
 * rows that the policies of the database let through. What `work` is not given this way, it does not find.
 */
export const readOutside = <T>(
  db: Database,
  outsider: Outsider,
  work: (db: Prisma.TransactionClient) => Promise<T>,
): Promise<T> =>
  db.$transaction(async (reader) => {
    const names = Object.keys(outsider)
    await reader.$queryRaw`
      SELECT set_config('transaction_read_only', 'on', true),
        (SELECT count(set_config('entente.' || name, value, true))
          FROM unnest(${names}::text[], ${names.map((name) => outsider[name] ?? '')}::text[]) AS said (name, value)),
        set_config('role', ${outsideRole}, true)`
    return work(reader)
  })
