import type { z } from 'zod'
import { type Unit as UnitWord, unit as unitWord } from '@entente/shared/resources/rates/options'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { sum } from '@entente/shared/kernel/money'
import { inLocale, type Locale } from '@entente/shared/kernel/text'
import type { ReportBy, reports, resourcesReport as shape } from '@entente/shared/dashboards/reports/contract'
import { without } from '@entente/shared/dashboards/reports/options'
import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { countryName } from '../../../platform/records/country-names.ts'
import { digitsOf } from '../../resources/envelopes/presenter.ts'

type Report = z.input<typeof shape>
const recorded = ['spent', 'committed', 'reserved'] as const
const parts = [...recorded, 'pending'] as const
type Sums = Record<(typeof parts)[number], Prisma.Decimal>
type Found = Sums & { fiscalYear: number; unit: UnitWord; programId: string | null }

/**
 * What stands reserved, committed and spent by the ledger, and what is asked and pending, per fiscal year, unit and
 * program. An expense counts for the program it was recorded for; what is reserved and committed, for the one it was
 * asked for.
 */
const figures = (tx: Tx) => tx.db.$queryRaw<Found[]>`
  SELECT e.fiscal_year AS "fiscalYear", e.unit, f.program_id AS "programId",
    sum(f.spent) AS spent, sum(f.committed) AS committed, sum(f.reserved) AS reserved, sum(f.pending) AS pending
  FROM (
    SELECT x.envelope_id, a.program_id, 0 AS spent, x.committed, x.reserved, 0 AS pending
    FROM ledger_effects x JOIN allocation_lines l ON l.id = x.line_id JOIN allocations a ON a.id = l.allocation_id
    UNION ALL
    SELECT x.envelope_id, t.program_id, x.spent, 0, 0, 0
    FROM ledger_effects x JOIN ledger_entries t ON t.id = x.id WHERE x.line_id IS NOT NULL
    UNION ALL
    SELECT l.envelope_id, a.program_id, 0, 0, 0, l.asked
    FROM allocation_lines l JOIN allocations a ON a.id = l.allocation_id WHERE a.state = 'submitted'
  ) f JOIN envelopes e ON e.id = f.envelope_id
  GROUP BY e.fiscal_year, e.unit, f.program_id`

const programsOf = (tx: Tx) =>
  tx.db.program.findMany({ include: { programOrganizations: { include: { organization: true } } } })
type Program = Awaited<ReturnType<typeof programsOf>>[number]

type Group = { key: string | null; label: string }

const partnersOf = (program: Program | undefined, locale: Locale): Group[] => {
  const groups = program?.programOrganizations.map(({ organization: { id, acronym, nameFr, nameEn } }) => ({
    key: id,
    label: acronym ?? inLocale({ fr: nameFr, en: nameEn }, locale),
  }))
  return [...new Map(groups?.map((group) => [group.key, group])).values()]
}

/** Where a figure belongs: once, but for partners, of whom a program has several. */
const groupsOf = (by: ReportBy, found: Found, program: Program | undefined, locale: Locale): Group[] => {
  const rest = [{ key: null, label: without[by][locale] }]
  if (by === 'fiscalYear') {
    return [{ key: String(found.fiscalYear), label: `${found.fiscalYear}–${found.fiscalYear + 1}` }]
  }
  if (program === undefined) return rest
  if (by === 'country') {
    const { countryCode } = program
    return countryCode === null ? rest : [{ key: countryCode, label: countryName(countryCode, locale) }]
  }
  if (by === 'partner') {
    const partners = partnersOf(program, locale)
    return partners.length === 0 ? rest : partners
  }
  const title = inLocale({ fr: program.titleFr, en: program.titleEn }, locale)
  return [{ key: program.id, label: `${program.reference} · ${title}` }]
}

const addressOf = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query).toString()}`

/**
 * The lists that hold exactly the rows of a group: its entries in the ledger, and its requests that wait, which are
 * listed by program and of one fiscal year.
 */
const placesOf = (by: ReportBy | 'all', key: string | null, unit: UnitWord, fiscalYear: number | null) => {
  const names = { program: 'programId', country: 'countryCode', partner: 'organizationId', fiscalYear: 'fiscalYear' }
  const own =
    by === 'all' ? {} : by === 'program' && key === null ? { general: 'true' } : { [names[by]]: key ?? 'none' }
  const query = { ...own, ...(fiscalYear === null ? {} : { fiscalYear: String(fiscalYear) }), unit }
  const isListed = 'fiscalYear' in query && by !== 'country' && by !== 'partner'
  return {
    ledger: (moves: (typeof recorded)[number]) => addressOf('/ledger', { ...query, moves }),
    pending: isListed ? addressOf('/allocations', { ...query, state: allocationWorkflow.transitions.submit.to }) : null,
  }
}
type Places = ReturnType<typeof placesOf>

const amountsOf = (unit: UnitWord, rows: readonly Sums[], places: Places) => {
  const digits = digitsOf(unit)
  const total = (part: (typeof parts)[number]) =>
    sum(
      rows.map((row) => row[part].toFixed()),
      digits,
    )
  const inLedger = (part: (typeof recorded)[number]) => ({ value: total(part), href: places.ledger(part) })
  return {
    unit,
    spent: inLedger('spent'),
    committed: inLedger('committed'),
    reserved: inLedger('reserved'),
    pending: { value: total('pending'), href: places.pending },
    forecast: { value: sum(parts.map(total), digits), href: null },
  }
}

const isNothing = (row: Sums) => parts.every((part) => row[part].isZero())

type Asked = { by: ReportBy; fiscalYear?: number | undefined }

/** Spent, committed, reserved, pending and forecast, grouped as asked; nothing that is all zero. */
export const resourcesBy = async (tx: Tx, { by, fiscalYear }: Asked, locale: Locale): Promise<Report> => {
  const year = by === 'fiscalYear' ? (fiscalYear ?? null) : (fiscalYear ?? fiscalYearOf(tx.today))
  const [found, programs] = await Promise.all([figures(tx), programsOf(tx)])
  const programOf = new Map(programs.map((program) => [program.id, program]))
  const cells = found.filter((row) => (year === null || row.fiscalYear === year) && !isNothing(row))
  const grouped = Map.groupBy(
    cells.flatMap((row) =>
      groupsOf(by, row, programOf.get(row.programId ?? ''), locale).map((group) => ({ ...row, ...group })),
    ),
    ({ key, unit: counted }) => `${key ?? '~'} ${counted}`,
  )
  const rows = [...grouped.values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const { key, label, unit } = first
    return [{ key, label, ...amountsOf(unit, members, placesOf(by, key, unit, year)) }]
  })
  const totals = unitWord.options.flatMap((counted) => {
    const own = cells.filter((row) => row.unit === counted)
    return own.length === 0 ? [] : [amountsOf(counted, own, placesOf('all', null, counted, year))]
  })
  return { asOf: tx.now.toISOString(), by, fiscalYear: year, rows: inOrder(rows, locale), totals }
}

/** By name, what has none last; money before days before items. */
const inOrder = (rows: Report['rows'], locale: Locale) =>
  rows.toSorted(
    (left, right) =>
      Number(left.key === null) - Number(right.key === null) ||
      left.label.localeCompare(right.label, locale) ||
      unitWord.options.indexOf(left.unit) - unitWord.options.indexOf(right.unit),
  )

export const resourcesReport = async (call: CallOf<typeof reports.resources>): Promise<Report> =>
  resourcesBy(await reading(call.server), call.query, call.locale)
