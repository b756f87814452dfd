import { beforeAll, describe, expect, it } from 'vitest'
import { outsideRole } from '@entente/postgres/outside'
import { openOutside, type Outsider, readOutside } from '../../src/platform/database/outside.ts'
import type { Tx } from '../../src/platform/database/client.ts'
import { granted } from '../support/builders.ts'
import { type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const today = '2026-11-23'
let mine: Specimens
let theirs: Specimens
beforeAll(async () => {
  mine = await specimensIn(world, 'CENI-A')
  theirs = await specimensIn(world, 'CENI-B')
}, 60_000)

/** Reads with no check of the application at all: what the database lets through is what there is. */
const unchecked = async <T>(outsider: Outsider, work: (db: Tx['db']) => Promise<T>) => {
  const db = openOutside(world.databaseUrl)
  try {
    return await readOutside(db, { today, ...outsider }, work)
  } finally {
    await db.$disconnect()
  }
}
const accountOf = ({ partner, organizationId }: Specimens) => ({ member: partner.id, organization: organizationId })
const linkOf = async ({ program }: Specimens) => {
  const { id } = await world.db.share.findFirstOrThrow({ where: { programId: program.id, kind: 'link' } })
  return { share: id }
}

const ofPrograms = (db: Tx['db']) => ({
  activities: db.activity.findMany(),
  agreements: db.agreement.findMany(),
  columns: db.boardColumn.findMany(),
  consultations: db.consultation.findMany(),
  contributions: db.contribution.findMany(),
  gates: db.gateStanding.findMany(),
  members: db.programOrganization.findMany(),
  objections: db.objection.findMany(),
  objectives: db.transferObjective.findMany(),
  shares: db.share.findMany(),
  stages: db.stageEntry.findMany(),
  terms: db.termsOfReference.findMany(),
})
/** Of each kind of record, the programs whose rows are found, and which programs and documents. */
const found = async (db: Tx['db']) => {
  const rows: Record<string, (string | null)[]> = {}
  for (const [kind, read] of Object.entries(ofPrograms(db))) rows[kind] = (await read).map((row) => row.programId)
  rows['programs'] = (await db.program.findMany()).map(({ id }) => id)
  rows['documents'] = (await db.document.findMany()).map(({ programId }) => programId)
  return rows
}
const foreignTo = (rows: Awaited<ReturnType<typeof found>>, { program }: Specimens) =>
  Object.entries(rows).flatMap(([kind, ids]) => ids.filter((id) => id !== program.id).map((id) => [kind, id]))

const sql = (text: string) => world.db.$queryRawUnsafe<Record<string, unknown>[]>(text)

describe('With every check of the application taken away, who is outside', () => {
  it('finds no row of another organization, by account or by link', async () => {
    const everything = await found(world.db)
    for (const [self, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      expect(foreignTo(everything, self).length).toBeGreaterThan(10)
      for (const outsider of [accountOf(self), await linkOf(self)]) {
        const rows = await unchecked(outsider, found)
        expect(rows['programs']).toEqual([self.program.id])
        expect(foreignTo(rows, self)).toEqual([])
        expect(foreignTo(rows, other).length).toBeGreaterThan(5)
      }
    }
  })

  it('finds nothing at all without a share, after its last day, or once it is revoked', async () => {
    const nothing = (rows: Awaited<ReturnType<typeof found>>) => Object.values(rows).flat()
    const stranger = { member: mine.partner.id, organization: '019aabbb-0000-7000-8000-000000000000' }
    expect(nothing(await unchecked(stranger, found)).filter((id) => id !== null && id !== mine.program.id)).toEqual([])
    expect((await unchecked(stranger, found))['programs']).toEqual([])
    expect((await unchecked({ ...accountOf(mine), today: '2099-01-01' }, found))['programs']).toEqual([])
    const { share } = await linkOf(theirs)
    await granted((await world.as('coordinator')).delete(`/shares/${share}`, 1))
    expect((await unchecked({ share }, found))['programs']).toEqual([])
  })

  it('finds no word that is internal in the rows it may read', async () => {
    const { program } = mine
    const coordinator = await world.as('coordinator')
    const internal = 'Réservé à l’équipe'
    await granted(
      coordinator.post(`/programs/${program.id}/activities`, { title: internal, type: 'other', description: internal }),
    )
    const shown = { title: internal, description: internal, labels: [internal], type: 'other' }
    const partnerTitle = { fr: 'Atelier', en: null }
    await granted(coordinator.post(`/programs/${program.id}/activities`, { ...shown, partnerTitle }))
    await world.db.program.update({ where: { id: program.id }, data: { actingAloneReason: internal } })
    await world.db.gateStanding.updateMany({ where: { programId: program.id }, data: { byName: internal } })
    const read = async (db: Tx['db']) => {
      const rows = [await db.program.findMany(), await db.user.findMany(), await db.organization.findMany()]
      for (const kind of Object.values(ofPrograms(db))) rows.push((await kind) as never)
      return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    }
    expect(await read(world.db)).toContain(internal)
    const told = await unchecked(accountOf(mine), read)
    expect(told).toContain('Atelier')
    expect(told).not.toContain(internal)
    expect(told).not.toContain('argon2')
    const addresses = await world.db.user.findMany({ where: { id: { not: mine.partner.id } } })
    expect(addresses.filter(({ email }) => told.includes(email))).toEqual([])
  })

  it('changes nothing', async () => {
    const change = (db: Tx['db']) => db.contribution.updateMany({ data: { description: 'x' } })
    await expect(unchecked(accountOf(mine), change)).rejects.toThrow(/view|read-only|permission denied/)
    const raw = (db: Tx['db']) => db.$executeRaw`UPDATE public.contributions SET description = 'x'`
    await expect(unchecked(accountOf(mine), raw)).rejects.toThrow(/permission denied|read-only/)
  })
})

describe('The role that reads for who is outside', () => {
  it('owns nothing, signs in nowhere, and is not inherited by the application', async () => {
    const [role] =
      await sql(`SELECT rolcanlogin, rolsuper, rolinherit, pg_has_role(current_user, oid, 'USAGE') AS always,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = '${outsideRole}'`)
    expect(role).toMatchObject({ rolcanlogin: false, rolsuper: false, always: false, owned: 0 })
  })

  it('may read columns of tables whose rows have a forced policy, and no other table', async () => {
    const granted_ = await sql(`SELECT DISTINCT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive
          AND '${outsideRole}'::regrole = ANY (p.polroles)) AS bounded
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND has_any_column_privilege('${outsideRole}', c.oid, 'SELECT')`)
    expect(granted_.length).toBeGreaterThan(10)
    expect(granted_.filter(({ forced, bounded }) => forced !== true || bounded !== true)).toEqual([])
    const written = await sql(`SELECT c.oid::regclass::text AS name FROM pg_class c
      WHERE c.relkind IN ('r', 'v') AND c.relnamespace IN ('public'::regnamespace, 'outside'::regnamespace)
        AND (has_any_column_privilege('${outsideRole}', c.oid, 'INSERT, UPDATE') OR has_table_privilege('${outsideRole}', c.oid, 'DELETE'))`)
    expect(written).toEqual([])
  })

  it('has views with the very columns of their tables', async () => {
    const columns = `SELECT table_name, column_name, udt_name FROM information_schema.columns WHERE table_schema =`
    const apart = await sql(`WITH seen AS (${columns} 'outside'), kept AS (${columns} 'public'
        AND table_name IN (SELECT table_name FROM seen))
      (SELECT * FROM seen EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM seen)`)
    expect(apart).toEqual([])
  })
})
