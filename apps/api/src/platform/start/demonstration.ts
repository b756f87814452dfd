import type { Client } from 'pg'
import { connectAsOwner } from './connection.ts'
import type { Settings } from './env.ts'
import { errorCode, StartError } from '@entente/postgres/start-error'

const START_LOCK = 4_663_688_303
const FORBIDDEN = '42501'
const NOT_OWNER = 'The role of DATABASE_URL does not own the database: set DATABASE_OWNER_URL to the role that does.'
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/i

/** What a database holds. `loading`: the demonstration data, up to where the server that loaded it was killed. */
export type Content = 'nothing' | 'loading' | 'demonstration' | 'real'

/**
 * May this server load the demonstration data, whose passwords everybody knows, into an empty database? By itself only
 * where nobody else can come: an embedded database behind a loopback address. `yes` allows it for any database, and
 * only `public` where others can reach it.
 */
export function demoAllowed(settings: Settings): boolean {
  if (settings.demo === 'yes' && isReachable(settings)) {
    throw new StartError(
      'DEMO=yes is refused where others can reach the server (the passwords are known): use DEMO=public.',
    )
  }
  if (settings.demo === 'auto') return !isReachable(settings) && settings.databaseUrl === null
  return settings.demo !== 'never'
}

/** Refuses to serve known passwords to others, or at all where it was said that there is never demonstration data. */
export function refuseExposedDemo(content: Content, settings: Settings): void {
  const exposed = settings.demo === 'never' || (isReachable(settings) && settings.demo !== 'public')
  if (content === 'demonstration' && exposed) {
    throw new StartError(
      `The database holds demonstration data, whose passwords are known: use another one, or ${settings.demo === 'never' ? 'leave DEMO away' : 'DEMO=public'}.`,
    )
  }
}

const isReachable = ({ host, publicUrl }: Settings): boolean => publicUrl !== null || !LOOPBACK.test(host)

/** The database seen by the one server that is starting on it; others wait until `done`. */
export type StartingDatabase = {
  content(): Promise<Content>
  mark(content: 'loading' | 'demonstration'): Promise<void>
  accounts(): Promise<{ email: string; roles: string[] }[]>
  done(): Promise<void>
}

/**
 * Takes the place of the one server that may change the database at its start. Demonstration data that a killed server
 * has left half-loaded is taken away, with everything else: nobody can have worked with it.
 */
export async function beginStart(urls: { ownerUrl: string; appUrl: string }): Promise<StartingDatabase> {
  const owner = await connectAsOwner(urls, 'entente-start')
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [START_LOCK])
    if ((await contentOf(owner)) === 'loading') await empty(owner)
  } catch (error) {
    await owner.end()
    throw errorCode(error) === FORBIDDEN ? new StartError(NOT_OWNER) : error
  }
  return {
    content: () => contentOf(owner),
    mark: async (content) => void (await owner.query(`COMMENT ON TABLE public._prisma_migrations IS '${content}'`)),
    accounts: async () => {
      const { rows } = await owner.query<{ email: string; roles: string[] }>(
        `SELECT email, roles FROM users WHERE email LIKE '%@demo.example' ORDER BY created_at, id`,
      )
      return rows
    },
    done: () => owner.end(),
  }
}

async function contentOf(owner: Client): Promise<Content> {
  if (!(await exists(owner, 'public._prisma_migrations')) || !(await exists(owner, 'public.users'))) return 'nothing'
  const { rows } = await owner.query<{ mark: string | null; used: boolean }>(
    `SELECT obj_description('public._prisma_migrations'::regclass, 'pg_class') AS mark,
            EXISTS (SELECT 1 FROM public.users) AS used`,
  )
  const mark = rows[0]?.mark
  if (mark === 'loading' || mark === 'demonstration') return mark
  return rows[0]?.used ? 'real' : 'nothing'
}

async function empty(owner: Client): Promise<void> {
  try {
    await owner.query(
      'BEGIN; DROP SCHEMA IF EXISTS audit, outside CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT',
    )
  } catch {
    throw new StartError(
      'The demonstration data in this database is half-loaded, and its role may not empty it: use another database.',
    )
  }
}

async function exists(owner: Client, table: string): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table])
  return rows[0]?.there ?? false
}
