import { Prisma } from '../../generated/prisma/client.ts'

const reach = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

/** The SQLSTATE behind an error, wherever the driver adapter left it. */
export const sqlState = (error: unknown): string | null => {
  const places = [
    reach(error, 'meta', 'driverAdapterError', 'cause', 'originalCode'),
    reach(error, 'cause', 'originalCode'),
    reach(error, 'meta', 'code'),
    reach(error, 'code'),
  ]
  return places.find((code): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) ?? null
}

/** A transaction that PostgreSQL gave up for another's sake: safe to start again. */
export const isTransient = (error: unknown) =>
  (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') ||
  ['40001', '40P01'].includes(sqlState(error) ?? '')

/** A row of these values is there already. */
export const isDuplicate = (error: unknown) =>
  (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') || sqlState(error) === '23505'

/** Of several who write the same values, also at once, one does; the others hear `refusal`. */
export const onlyOnce = async <T>(write: Promise<T>, refusal: () => Error): Promise<T> => {
  try {
    return await write
  } catch (error) {
    throw isDuplicate(error) ? refusal() : error
  }
}

// The driver names these by a text alone: no free connection in time, and a connection that went away.
const lostConnection =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error)/

const states = ['55P03', '57014', '57P01', '57P02', '57P03', '53300', '08006', '08001', '08003']
const codes = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']

/** The database is busy, restarting or out of reach, or gave the same work up again and again: the caller may come back. */
export const isUnavailable = (error: unknown) =>
  isTransient(error) ||
  states.includes(sqlState(error) ?? '') ||
  codes.includes(String(reach(error, 'code'))) ||
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(String(reach(error, 'code'))) ||
  (error instanceof Error && lostConnection.test(error.message))
