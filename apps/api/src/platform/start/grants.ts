import type { Client } from 'pg'
import { StartError } from '@entente/postgres/start-error'
import { outsideRole } from '@entente/postgres/outside'

const GRANTS_SAY_INHERIT = 160_000

/**
 * Lets the application's role read and write rows, and nothing more. It gets no part in the migration history; a table
 * whose comment begins with `append-only` is never updated or deleted from, and of the audit schema it may read the tables and
 * call the functions. Said again at every start, so that it also holds for a new role.
 */
export async function grantToApplication(owner: Client, appRole: string): Promise<void> {
  const app = owner.escapeIdentifier(appRole)
  await owner.query(`BEGIN;
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app};
    REVOKE ALL ON TABLE public._prisma_migrations FROM ${app};
    ${await appendOnlyRevocations(owner, app)}
    ${await auditGrants(owner, app)}
    COMMIT`)
}

/**
 * Lets the application's role become the one that reads for who is outside, without being it all the time: what holds
 * for a role holds for those who inherit it. Who migrates may have to be given that right.
 */
export async function letReadOutside(owner: Client, appRole: string): Promise<void> {
  const app = owner.escapeIdentifier(appRole)
  const { rows } = await owner.query<{ member: boolean; inherits: boolean; rules: boolean; number: string }>(
    `SELECT pg_has_role($1, r.oid, 'MEMBER') AS member, pg_has_role($1, r.oid, 'USAGE') AS inherits,
       a.rolsuper AS rules, current_setting('server_version_num') AS number
     FROM pg_roles r, pg_roles a WHERE r.rolname = $2 AND a.rolname = $1`,
    [appRole, outsideRole],
  )
  const [now] = rows
  if (now === undefined || now.rules || (now.member && !now.inherits)) return
  const grants =
    Number(now.number) < GRANTS_SAY_INHERIT
      ? [`GRANT ${outsideRole} TO ${app}`, `ALTER ROLE ${app} NOINHERIT`]
      : [`GRANT ${outsideRole} TO ${app} WITH INHERIT FALSE, SET TRUE`]
  try {
    for (const grant of grants) await owner.query(grant)
  } catch {
    throw new StartError(
      `The role of DATABASE_URL may not read as ${outsideRole}: an administrator says once ${grants.join('; ')}.`,
    )
  }
}

async function appendOnlyRevocations(owner: Client, app: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
       AND obj_description(c.oid, 'pg_class') LIKE 'append-only%'`,
  )
  return rows.map(({ name }) => `REVOKE UPDATE, DELETE, TRUNCATE ON TABLE ${name} FROM ${app};`).join('\n')
}

async function auditGrants(owner: Client, app: string): Promise<string> {
  const { rows } = await owner.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'audit'`)
  if (rows.length === 0) return ''
  return `GRANT USAGE ON SCHEMA audit TO ${app};
    GRANT SELECT ON ALL TABLES IN SCHEMA audit TO ${app};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA audit TO ${app};`
}
