import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from '@entente/postgres/start-error'

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
const postgresUrl = url(['postgresql:', 'postgres:']).optional()

const environment = z.object({
  PORT: z.coerce.number().pipe(z.int().min(0).max(65_535)).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  DATA_DIR: z.string().default('./.data'),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  DEMO: z.enum(['auto', 'yes', 'public', 'never']).default('auto'),
  SESSION_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

type Name = keyof typeof environment.shape

const EXPECTED: Record<Name, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'a host name or an address',
  PUBLIC_URL: 'an address that begins with http:// or https://',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'an address that begins with postgresql://',
  DATABASE_OWNER_URL: 'an address that begins with postgresql://',
  DEMO: 'auto, yes, public or never',
  SESSION_SECRET: 'at least 32 characters long',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
}
const SECRET: Name[] = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SESSION_SECRET']

/** The settings of one server (see the list of settings in the documentation), checked. */
export type Settings = {
  port: number
  host: string
  publicUrl: string | null
  dataDir: string
  databaseUrl: string | null
  databaseOwnerUrl: string | null
  demo: 'auto' | 'yes' | 'public' | 'never'
  sessionSecret: string | null
  logLevel: string
}

/** Reads the settings once; an empty value counts as none. A wrong value is refused with a sentence that names it. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const given = Object.entries(variables).filter(([, value]) => value?.trim() !== '')
  const { data, error } = environment.safeParse(Object.fromEntries(given))
  if (error) throw refusal(error.issues[0]?.path[0], variables)
  if (data.DATABASE_OWNER_URL && !data.DATABASE_URL) {
    throw new StartError('DATABASE_OWNER_URL needs DATABASE_URL: without it, Entente embeds its own PostgreSQL.')
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    databaseOwnerUrl: data.DATABASE_OWNER_URL ?? null,
    demo: data.DEMO,
    sessionSecret: data.SESSION_SECRET ?? null,
    logLevel: data.LOG_LEVEL,
  }
}

function refusal(path: PropertyKey | undefined, variables: NodeJS.ProcessEnv): StartError {
  const name = environment.keyof().options.find((known) => known === path) ?? 'PORT'
  const given = SECRET.includes(name) ? 'what it is now' : `"${variables[name] ?? ''}"`
  return new StartError(`${name} must be ${EXPECTED[name]}, not ${given}.`)
}
