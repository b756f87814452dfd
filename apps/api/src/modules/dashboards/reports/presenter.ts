import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import type { Unit as UnitWord } from '@entente/shared/resources/rates/options'
import type { Locale } from '@entente/shared/kernel/text'
import type { ResourcesReport } from '@entente/shared/dashboards/reports/contract'
import { entryNames, headings, readings, sides, titles, unitNames } from '@entente/shared/dashboards/reports/options'
import type { Cell, Column, Table } from '../../../platform/files/table-file.ts'

type Note = readonly [label: string, value: string]
type Heading = keyof typeof headings

/** What every file says first: what it tells, up to which day, what it was filtered by, and where its rates come from. */
export type About = { locale: Locale; asOf: string; filter: readonly Note[]; rateSources: readonly string[] }

const wordsIn =
  ({ locale }: About) =>
  (heading: Heading) =>
    headings[heading][locale]

const years = (from: number) => `${from}–${from + 1}`
const amount = (value: string): Cell => ({ amount: value })

const notesOf = (about: About, report: keyof typeof titles, readingNotes: readonly string[] = []): Note[] => {
  const of = wordsIn(about)
  return [
    [of('report'), titles[report][about.locale]],
    [of('asOf'), about.asOf],
    ...about.filter,
    [of('rateSources'), about.rateSources.length === 0 ? of('none') : about.rateSources.join(' ; ')],
    ...readingNotes.map((note): Note => [of('note'), note]),
  ]
}

const parts = ['spent', 'committed', 'reserved', 'pending', 'forecast'] as const

type Labelled = ResourcesReport['totals'][number] & { label: string }

/** Rows of the report and then its totals, as they are on screen. */
export const resourcesTable = ({ by, rows, totals }: ResourcesReport, about: About): Table<Labelled> => {
  const { locale } = about
  const said = [readings.forecast[locale], ...(by === 'partner' ? [readings.overlap[locale]] : [])]
  return {
    name: `entente-${by}-${about.asOf}`,
    locale,
    notes: notesOf(about, by, said),
    columns: [
      { heading: headings[by], cell: ({ label }) => label },
      { heading: headings.unit, cell: ({ unit }) => unitNames[unit][locale] },
      ...parts.map((part): Column<Labelled> => ({ heading: headings[part], cell: (row) => amount(row[part].value) })),
    ],
    rows: [...rows, ...totals.map((row) => ({ ...row, label: wordsIn(about)('total') }))],
  }
}

const sums = ['ceiling', 'spent', 'committed', 'reserved', 'available', 'held'] as const

/** The envelopes of a year, each with its sums. */
export const envelopesTable = (envelopes: readonly Envelope[], about: About): Table<Envelope> => ({
  name: `entente-envelopes-${about.asOf}`,
  locale: about.locale,
  notes: notesOf(about, 'envelopes'),
  columns: [
    { heading: headings.fiscalYear, cell: ({ fiscalYear }) => years(fiscalYear) },
    { heading: headings.unit, cell: ({ unit }) => unitNames[unit][about.locale] },
    { heading: headings.profile, cell: ({ profile }) => profile },
    { heading: headings.holder, cell: ({ holder }) => holder },
    ...sums.map((part): Column<Envelope> => ({ heading: headings[part], cell: (row) => amount(row[part]) })),
  ],
  rows: envelopes,
})

/** An entry of the ledger with what its ids stand for. */
export type ReportedEntry = LedgerEntry & {
  envelope: { fiscalYear: number; unit: UnitWord; profile: string | null }
  program: string | null
}

type Original = NonNullable<ReportedEntry['original']>
/** What an entry was converted from; nothing for one that needed no conversion. */
const original =
  (cell: (original: Original) => Cell) =>
  ({ original: found }: ReportedEntry) =>
    found === undefined ? null : cell(found)

const ledgerColumns = ({ locale }: About): Column<ReportedEntry>[] => [
  { heading: headings.entry, cell: ({ id }) => id },
  { heading: headings.day, cell: ({ on }) => on },
  { heading: headings.madeAt, cell: ({ at }) => at },
  { heading: headings.kind, cell: ({ kind }) => entryNames[kind][locale] },
  { heading: headings.direction, cell: ({ direction }) => direction && sides[direction][locale] },
  { heading: headings.released, cell: ({ releasedFrom }) => releasedFrom && headings[releasedFrom][locale] },
  { heading: headings.reverses, cell: ({ reverses }) => reverses?.id ?? null },
  { heading: headings.fiscalYear, cell: ({ envelope }) => years(envelope.fiscalYear) },
  { heading: headings.profile, cell: ({ envelope }) => envelope.profile },
  { heading: headings.program, cell: ({ program }) => program },
  { heading: headings.allocation, cell: ({ allocationId }) => allocationId },
  { heading: headings.amount, cell: (row) => amount(row.amount) },
  { heading: headings.unit, cell: ({ unit }) => unitNames[unit][locale] },
  { heading: headings.original, cell: original((from) => amount(from.amount)) },
  { heading: headings.currency, cell: original(({ currency }) => currency) },
  { heading: headings.rate, cell: original(({ rate }) => amount(rate)) },
  { heading: headings.rateSource, cell: original(({ rateSource }) => rateSource) },
  { heading: headings.rateOn, cell: original(({ rateOn }) => rateOn) },
  { heading: headings.by, cell: ({ by }) => by.name },
  { heading: headings.person, cell: ({ staff }) => staff?.name ?? null },
  { heading: headings.reason, cell: ({ reason }) => reason },
]

/** Entries of the ledger, one a line. */
export const ledgerTable = (entries: readonly ReportedEntry[], about: About): Table<ReportedEntry> => ({
  name: `entente-ledger-${about.asOf}`,
  locale: about.locale,
  notes: notesOf(about, 'ledger'),
  columns: ledgerColumns(about),
  rows: entries,
})
