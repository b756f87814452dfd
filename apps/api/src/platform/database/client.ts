import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts'

export type Database = PrismaClient

/** What every rule reads and writes through: a client, and the moment as the one clock tells it. */
export type Tx = { db: Prisma.TransactionClient; now: Date; today: string }

/** A client whose pool gives up instead of waiting for ever (trap 10): who waits longer than `patienceMs` is told “busy”. */
export const openDatabase = (url: string, { connections = 12, patienceMs = 5000 } = {}): Database =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: patienceMs,
      query_timeout: 15_000,
      keepAlive: true,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })

/** Tables whose rows are locked by id before a command reads them. */
type Lockable =
  | 'programs'
  | 'requests'
  | 'analyses'
  | 'terms_of_reference'
  | 'transfer_objectives'
  | 'consultations'
  | 'objections'
  | 'waivers'
  | 'boards'
  | 'board_columns'
  | 'activities'
  | 'activity_comments'
  | 'allocations'
  | 'ceiling_changes'
  | 'step_rule_sets'
  | 'delegations'
  | 'organizations'
  | 'contributions'
  | 'shares'
  | 'saved_views'
  | 'elections'
  | 'staff_members'
  | 'bookings'
  | 'scenarios'

/**
 * Locks one row until the transaction ends, so that what is read next is still true when it is written.
 * A missing row is left to the reader, who answers 404.
 */
export const lock = async (tx: Tx, table: Lockable, id: string) => {
  await tx.db
    .$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(table === 'boards' ? 'program_id' : 'id')} = ${id}::uuid FOR UPDATE`
}

/** Keeps one row as it is until the transaction ends; others may keep it too, and who wants to lock it waits. */
export const lockShared = async (tx: Tx, table: Lockable, id: string) => {
  await tx.db.$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE id = ${id}::uuid FOR SHARE`
}

/** One transaction at a time under a name: for a rule over rows that are not there yet. */
export const lockName = async (tx: Tx, name: string) => {
  await tx.db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) held`
}
