import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts'
import { tables } from '../../generated/prisma/tables.ts'

export type Database = PrismaClient

/** What every rule reads and writes through: a client, and the moment as the one clock tells it. */
export type Tx = { db: Prisma.TransactionClient; now: Date; today: string }

/** PostgreSQL keeps this many statements ready on each connection; how many there may be in all is not bounded. */
const mostKept = 500

/** Names statements: what has a name is read and planned once a connection, not at each use. */
const keptStatements = () => {
  const kept = new Map<string, string>()
  return ({ sql }: { sql: string }) => {
    if (!kept.has(sql) && kept.size < mostKept) kept.set(sql, `kept_${kept.size}`)
    return kept.get(sql) ?? ''
  }
}

type Opening = { connections?: number; patienceMs?: number; schema?: string }

/** A client whose pool gives up instead of waiting for ever (trap 10): who waits longer than `patienceMs` is told “busy”. */
export const openDatabase = (url: string, { connections = 12, patienceMs = 5000, schema }: Opening = {}): Database =>
  new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: url,
        max: connections,
        connectionTimeoutMillis: patienceMs,
        query_timeout: 15_000,
        keepAlive: true,
      },
      { statementNameGenerator: keptStatements(), ...(schema !== undefined && { schema }) },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })

/** A table whose rows can be locked by their key. */
export type Table = keyof typeof tables

/**
 * Locks one row until the transaction ends, so that what is read next is still true when it is written.
 * A missing row is left to the reader, who answers 404.
 */
export const lock = async (tx: Tx, table: Table, id: string) => {
  await tx.db
    .$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(`"${tables[table]}"`)} = ${id}::uuid FOR UPDATE`
}

/** Keeps one row as it is until the transaction ends; others may keep it too, and who wants to lock it waits. */
export const lockShared = async (tx: Tx, table: Table, id: string) => {
  await tx.db
    .$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(`"${tables[table]}"`)} = ${id}::uuid FOR SHARE`
}

/** One transaction at a time under a name: for a rule over rows that are not there yet. */
export const lockName = async (tx: Tx, name: string) => {
  await tx.db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) held`
}
