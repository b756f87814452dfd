import { ledgerEntry } from '@entente/shared/resources/ledger/contract'
import { envelope } from '@entente/shared/resources/envelopes/contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { inLocale, type Locale } from '@entente/shared/kernel/text'
import { type reports, resourcesReport as resourcesShape } from '@entente/shared/dashboards/reports/contract'
import { entryNames, headings, unitNames, without } from '@entente/shared/dashboards/reports/options'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { countryName } from '../../../platform/records/country-names.ts'
import { tableFile } from '../../../platform/files/table-file.ts'
import { envelopesOn } from '../../resources/envelopes/queries.ts'
import { presentEntry, withReversals } from '../../resources/ledger/presenter.ts'
import { presentEnvelope } from '../../resources/envelopes/presenter.ts'
import { entriesWhere, type LedgerFilter } from '../../resources/ledger/queries.ts'
import { namesOf } from '../../users/queries.ts'
import { type About, envelopesTable, ledgerTable, resourcesTable } from './presenter.ts'
import { resourcesBy } from './queries.ts'

type Note = About['filter'][number]

const yearNote = (year: number | null | undefined, locale: Locale): Note[] =>
  year === null || year === undefined ? [] : [[headings.fiscalYear[locale], `${year}–${year + 1}`]]

/** Who published the rates at which entries of these were converted. */
const rateSourcesOf = async (tx: Tx, filter: LedgerFilter) => {
  const rows = await tx.db.ledgerEntry.findMany({
    where: { AND: [await entriesWhere(tx, filter), { rateSource: { not: null } }] },
    distinct: ['rateSource'],
    orderBy: { rateSource: 'asc' },
    select: { rateSource: true },
  })
  return rows.flatMap(({ rateSource }) => rateSource ?? [])
}

export const resourcesFile = async (call: CallOf<typeof reports.resourcesFile>) => {
  const tx = await reading(call.server)
  const { format, ...asked } = call.query
  const report = resourcesShape.parse(await resourcesBy(tx, asked, call.locale))
  const { fiscalYear } = report
  const about = {
    locale: call.locale,
    asOf: tx.today,
    filter: yearNote(fiscalYear, call.locale),
    rateSources: await rateSourcesOf(tx, fiscalYear === null ? {} : { fiscalYear }),
  }
  return tableFile(resourcesTable(report, about), format)
}

export const envelopesFile = async (call: CallOf<typeof reports.envelopesFile>) => {
  const tx = await reading(call.server)
  const { format, asOf, fiscalYear = fiscalYearOf(tx.today) } = call.query
  const rows = await tx.db.envelope.findMany({
    where: { fiscalYear },
    orderBy: [{ unit: 'asc' }, { profile: 'asc' }, { holder: 'asc' }],
  })
  const shown = await envelopesOn(tx, rows, asOf)
  const about = {
    locale: call.locale,
    asOf: asOf ?? tx.today,
    filter: yearNote(fiscalYear, call.locale),
    rateSources: await rateSourcesOf(tx, { fiscalYear }),
  }
  const envelopes = shown.map((row) => envelope.parse(presentEnvelope(row, call.actor)))
  return tableFile(envelopesTable(envelopes, about), format)
}

/** What the ids of a filter stand for. */
const namesIn = async (tx: Tx, { envelopeId, programId, organizationId }: LedgerFilter, locale: Locale) => {
  const envelopes = await tx.db.envelope.findMany({ where: { id: { in: [envelopeId ?? []].flat() } } })
  const programs = await tx.db.program.findMany({ where: { id: { in: [programId ?? []].flat() } } })
  const known = organizationId === 'none' ? [] : [organizationId ?? []].flat()
  const organizations = await tx.db.organization.findMany({ where: { id: { in: known } } })
  const partners = organizations.map(({ nameFr, nameEn }) => inLocale({ fr: nameFr, en: nameEn }, locale))
  return {
    envelope: envelopes.map((row) =>
      [`${row.fiscalYear}–${row.fiscalYear + 1}`, row.unit, row.profile, row.holder].filter(Boolean).join(' '),
    )[0],
    program: programs[0]?.reference ?? programId,
    partner: organizationId === 'none' ? without.partner[locale] : (partners[0] ?? organizationId),
  }
}

const countryIn = ({ countryCode }: LedgerFilter, locale: Locale) => {
  if (countryCode === undefined) return undefined
  return countryCode === 'none' ? without.country[locale] : countryName(countryCode, locale)
}

/** What a filter keeps, in words: names instead of ids. */
const filterNotes = async (tx: Tx, filter: LedgerFilter, locale: Locale): Promise<Note[]> => {
  const { kind, unit: counted, allocationId, general, moves } = filter
  const values: Partial<Record<keyof typeof headings, string | undefined>> = {
    ...(await namesIn(tx, filter, locale)),
    allocation: allocationId,
    kind: kind && entryNames[kind][locale],
    unit: counted && unitNames[counted][locale],
    country: countryIn(filter, locale),
    general: general && without.program[locale],
    sum: moves && headings[moves][locale],
  }
  return [
    ...yearNote(filter.fiscalYear, locale),
    ...Object.entries(values).flatMap(([name, value]): Note[] =>
      value === undefined ? [] : [[headings[name as keyof typeof values][locale], value]],
    ),
  ]
}

export const ledgerFile = async (call: CallOf<typeof reports.ledgerFile>) => {
  const tx = await reading(call.server)
  const { format, ...filter } = call.query
  const rows = await tx.db.ledgerEntry.findMany({
    where: await entriesWhere(tx, filter),
    include: withReversals,
    orderBy: { id: 'asc' },
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.byId),
  )
  const about = {
    locale: call.locale,
    asOf: tx.today,
    filter: await filterNotes(tx, filter, call.locale),
    rateSources: await rateSourcesOf(tx, filter),
  }
  const entries = rows.map((row) => {
    const { fiscalYear, profile } = row.envelope
    const entry = ledgerEntry.parse(presentEntry(row, people, call.actor))
    return { ...entry, envelope: { fiscalYear, unit: entry.unit, profile }, program: row.program?.reference ?? null }
  })
  return tableFile(ledgerTable(entries, about), format)
}
