import { Client, type ClientConfig } from 'pg'
import { errorCode, StartError } from './start-error.ts'

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

function reason({ host, port, database, user }: Client, error: unknown): string {
  // The driver's own time-out has no code.
  const code = errorCode(error) ?? (String(error).includes('timeout expired') ? 'ETIMEDOUT' : '')
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `no PostgreSQL answers at ${host}:${port}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${host} is not known.`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${host}:${port} refuses the user ${user}.`
    case '3D000':
      return `there is no database ${database} at ${host}:${port}.`
    case '53300':
      return `PostgreSQL at ${host}:${port} has no free connection.`
    default:
      return `PostgreSQL at ${host}:${port} cannot be used (${error instanceof Error ? error.message : String(error)}).`
  }
}
