import { Client, type ClientConfig } from 'pg'
import { errorCode, StartError } from '@entente/postgres/start-error'

const CONNECT_WITHIN_MS = 10_000

/** One connection to the database that a setting names; when there is none, a sentence that names the setting says why. */
export async function connectTo(url: string, setting: string, config: ClientConfig = {}): Promise<Client> {
  const client = new Client({ ...config, connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS })
  // A connection that breaks later fails the query that needs it.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(`${setting}: ${reason(client, error)}`)
  }
  return client
}

/** A connection as the role that migrates; a fault names the setting it came from. */
export async function connectAsOwner(urls: { ownerUrl: string; appUrl: string }, name: string): Promise<Client> {
  const setting = urls.ownerUrl === urls.appUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'
  return await connectTo(urls.ownerUrl, setting, { application_name: name })
}

const NO_ANSWER = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ETIMEDOUT']

function reason({ host, port, database, user }: Client, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const code = errorCode(error) ?? ''
  const place = `${host}:${port}`
  // The driver's own time-out has no code.
  if (NO_ANSWER.includes(code) || message.includes('timeout expired')) return `no PostgreSQL answers at ${place}.`
  const faults: Record<string, string> = {
    'ENOTFOUND': `the host ${host} is not known.`,
    'EAI_AGAIN': `the host ${host} is not known.`,
    '28P01': `PostgreSQL at ${place} refuses the user ${user}.`,
    '28000': `PostgreSQL at ${place} refuses the user ${user}.`,
    '3D000': `there is no database ${database} at ${place}.`,
    '53300': `PostgreSQL at ${place} has no free connection.`,
  }
  return faults[code] ?? `PostgreSQL at ${place} cannot be used (${message}).`
}
