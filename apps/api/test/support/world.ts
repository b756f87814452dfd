import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Role } from '@entente/shared/users/contract'
import { stage as stageWord, type Stage } from '@entente/shared/programs/workflow'
import { afterAll, beforeAll } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { actorFrom } from '../../src/modules/users/queries.ts'
import { openAccount } from '../../src/modules/users/accounts-service.ts'
import { enterStage } from '../../src/modules/programs/service.ts'
import { settableClock } from '../../src/platform/database/clock.ts'
import { systemCommand } from '../../src/platform/records/command.ts'
import { type Database, openDatabase } from '../../src/platform/database/client.ts'
import { Builders } from './builders.ts'
import { clientOf } from './client.ts'
import type { Persona, Person } from './client.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

export type { Persona, Person }

/** The moment at which every test begins. */
export const start = new Date('2026-11-23T15:00:00Z')
const password = 'un mot de passe d’essai'

type Setting = {
  app: FastifyInstance
  db: Database
  database: FreshDatabase
  dataDir: string
}

/** A world of its own for a test file: a fresh database, the app that ships, a clock that stands still, people by role. */
export const useWorld = () => {
  const world = new World()
  beforeAll(() => world.begin())
  afterAll(() => world.end())
  return world
}

export class World extends Builders {
  private readonly time = settableClock(start)
  private readonly people = new Map<string, Promise<Person>>()
  /** Sign-ins that are good at the present time, by e-mail. */
  private readonly sessions = new Map<string, Promise<{ cookie: string }>>()
  private setting: Setting | null = null

  async begin() {
    this.setting = await settle(this.time.clock)
  }
  async end() {
    if (this.setting !== null) await leave(this.setting)
  }
  private get here() {
    if (this.setting === null) throw new Error('The world begins with the first test')
    return this.setting
  }
  get app() {
    return this.here.app
  }
  get db() {
    return this.here.db
  }

  get databaseUrl() {
    return this.here.database.appUrl
  }
  /** The names of the files in the store. */
  async storedFiles() {
    const found = await readdir(join(this.here.dataDir, 'files'), { recursive: true, withFileTypes: true })
    return found.filter((entry) => entry.isFile()).map(({ name }) => name)
  }
  /** How the owner of the database comes in: for what only an owner can do. */
  get ownerUrl() {
    return this.here.database.ownerUrl
  }

  /** This person's browser; the account is opened when the name is first called. */
  as(persona: Persona) {
    return this.someone(persona, [roleOf(persona)])
  }
  /** An account of an organization. */
  aPartner(organizationId: string, name = `partner-${organizationId}`) {
    return this.someone(name, ['partner'], { organizationId })
  }
  /** Someone with these roles together, or with limits. */
  someone(name: string, roles: Role[], more: Extra = {}) {
    const person = this.people.get(name) ?? this.meet(name, roles, more)
    this.people.set(name, person)
    return person
  }
  /** Somebody who is not signed in. */
  stranger() {
    return clientOf(
      () => this.app,
      () => Promise.resolve({ cookie: '' }),
    )
  }

  /** Lets time pass; everyone signs in again. */
  setTime(at: string) {
    this.time.set(new Date(at))
    this.sessions.clear()
  }

  /** Lets time pass, or goes back to a beginning; who is signed in stays so. */
  async passTime(to: Date) {
    this.time.set(to)
    const expiresAt = new Date(to.getTime() + 86_400_000)
    await this.db.session.updateMany({ data: { lastSeenAt: to, expiresAt } })
  }

  /** Gives a program a plan that nothing in a test exceeds by chance: an acceptance asks for one. */
  async planned(id: string, data = { plannedMoney: '900000.00', plannedDays: '9000' }) {
    await this.db.program.update({ where: { id }, data })
  }

  /** Puts a program in a stage without its gates, for tests of what happens there. */
  async inStage(programId: string, to: Stage) {
    const coordinator = await this.as('coordinator')
    await systemCommand({ db: this.db, clock: this.time.clock }, async (tx) => {
      const { stage } = await tx.db.program.findUniqueOrThrow({ where: { id: programId } })
      const by = actorFrom(await tx.db.user.findUniqueOrThrow({ where: { id: coordinator.id } }))
      await enterStage(tx, by, programId, stageWord.parse(stage), to, null)
      return { answer: null, record: { action: 'test', resource: 'program', id: programId, programId } }
    })
  }

  private async meet(name: string, roles: Role[], more: Extra): Promise<Person> {
    const account = { email: `${name}@test.example`, name: `Personne ${name}`, password, roles, locale: 'fr', ...more }
    const id = await openAccount({ db: this.db, clock: this.time.clock }, account)
    const client = clientOf(
      () => this.app,
      () => this.sessionOf(account.email),
    )
    return { ...client, id, name: account.name, organizationId: more.organizationId ?? null }
  }

  private sessionOf(email: string) {
    const session = this.sessions.get(email) ?? this.signIn(email)
    this.sessions.set(email, session)
    return session
  }

  private async signIn(email: string) {
    const answer = await this.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } })
    const [cookie] = answer.cookies
    if (cookie === undefined) throw new Error(`${email} cannot sign in: ${answer.body}`)
    return { cookie: `${cookie.name}=${cookie.value}` }
  }
}

type Extra = { organizationId?: string; limitMoney?: string; limitDays?: string; locale?: string }

const roleOf = (persona: Persona): Role => {
  const roles: Exclude<Role, 'partner'>[] = ['coordinator', 'analyst', 'manager', 'executive', 'auditor', 'admin']
  const role = roles.find((word) => persona.startsWith(word))
  if (role === undefined) throw new Error(`Nobody plays ${persona}`)
  return role
}

const settle = async (clock: ReturnType<typeof settableClock>['clock']): Promise<Setting> => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'entente-test-'))
  const options = { databaseUrl: database.appUrl, dataDir, demo: false, publicUrl: null, webRoot: null }
  const app = await buildApp({ ...options, clock, logLevel: 'error' })
  await app.ready()
  return { app, db: openDatabase(database.appUrl), database, dataDir }
}

const leave = async ({ app, db, database, dataDir }: Setting) => {
  await app.close()
  await db.$disconnect()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
}
