import { buildApp } from '../../apps/api/src/app.ts'
import { hashToken } from '../../apps/api/src/modules/users/queries.ts'
import { openAccount } from '../../apps/api/src/modules/users/accounts-service.ts'
import { settableClock } from '../../apps/api/src/platform/database/clock.ts'
import { openDatabase } from '../../apps/api/src/platform/database/client.ts'
import { begunIn2024 } from './portfolio/2024.ts'
import { begunLaterIn2025 } from './portfolio/2025-later.ts'
import { begunIn2025 } from './portfolio/2025.ts'
import { begunLaterIn2026 } from './portfolio/2026-later.ts'
import { begunIn2026 } from './portfolio/2026.ts'
import { authorize, openEnvelopes, preparationActs, rateActs } from './acts/general.ts'
import { organizations, type OrganizationKey } from './people/organizations.ts'
import { peopleActs } from './acts/people.ts'
import { demoPassword, type PersonaName, personas } from './people/personas.ts'
import { signingActs } from './acts/signing.ts'
import { admitToPlay, post, type Stage } from './acts/world.ts'
import { timelineOf } from './acts/timeline.ts'

type Place = { databaseUrl: string; dataDir: string }

/** 10 o'clock in Québec, near enough all year. */
const morningOf = (day: string) => new Date(`${day}T15:00:00.000Z`)
const firstDay = '2024-04-01'
const dossiers = [...begunIn2024, ...begunIn2025, ...begunLaterIn2025, ...begunIn2026, ...begunLaterIn2026]

/**
 * Plays the demonstration portfolio into an empty database, in one chronological order, through the same HTTP
 * commands and the same transition function as everything else. Every gate is met when it is passed, or the play stops.
 */
export const seedDemo = async ({ databaseUrl, dataDir }: Place, progress: (line: string) => void) => {
  const { clock, set } = settableClock(morningOf(firstDay))
  const options = { databaseUrl, dataDir, demo: true, publicUrl: null, webRoot: null, clock, logLevel: 'error' }
  const app = await buildApp(options)
  const db = openDatabase(databaseUrl)
  const stage: Stage = { app, people: new Map(), organizations: new Map(), envelopes: new Map(), programs: new Map() }
  try {
    await bringPeople(stage, { db, clock })
    await openEnvelopes(stage)
    await authorize(stage)
    const own = [...preparationActs(), ...rateActs(), ...peopleActs(), ...signingActs()]
    const general = own.map((act) => ({ ...act, dossier: dossiers[0] }))
    const acts = [...timelineOf(dossiers), ...general].toSorted((left, right) =>
      left.day < right.day ? -1 : left.day > right.day ? 1 : 0,
    )
    let year = ''
    for (const { day, dossier, play } of acts) {
      if (day.slice(0, 4) !== year) progress(`  ${(year = day.slice(0, 4))} …`)
      set(morningOf(day))
      if (dossier === undefined) continue
      if (day === dossier.received) await numberFrom(db, dossier.reference)
      await play(stage, dossier)
    }
    await numberFrom(db, 'PCI-2026-015')
    for (const { cookie } of stage.people.values())
      await db.session.deleteMany({ where: { tokenHash: hashToken(cookie) } })
  } finally {
    await app.close()
    await db.$disconnect()
  }
}

const bringPeople = async (
  stage: Stage,
  server: { db: ReturnType<typeof openDatabase>; clock: ReturnType<typeof settableClock>['clock'] },
) => {
  const join = async (name: PersonaName) => {
    const { organization, ...account } = { organization: undefined, ...personas[name] }
    const organizationId = organization === undefined ? undefined : stage.organizations.get(organization)
    const row = {
      ...account,
      roles: [...account.roles],
      password: demoPassword,
      ...(organizationId !== undefined && { organizationId }),
    }
    const id = await openAccount(server, row)
    stage.people.set(name, { id, cookie: await admitToPlay(server, id) })
  }
  await join('coordination')
  for (const [key, [fr, en, type, countryCode, acronym]] of Object.entries(organizations)) {
    const body = { name: { fr, en }, type, countryCode, acronym, dueDiligence: 'cleared' }
    stage.organizations.set(key as OrganizationKey, (await post(stage, 'coordination', '/organizations', body)).id)
  }
  for (const name of Object.keys(personas) as PersonaName[]) if (name !== 'coordination') await join(name)
}

/** The references of the demonstration have gaps, as a register begun elsewhere has: the next number is set by hand. */
const numberFrom = async (db: ReturnType<typeof openDatabase>, reference: string) => {
  const [, year = '', number = ''] = reference.split('-')
  const name = `program-${year}`
  const value = Number(number) - 1
  await db.counter.upsert({ where: { name }, create: { name, value }, update: { value } })
}
