import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import type { Unit as UnitWord } from '@entente/shared/resources/rates/options'
import type { Locale } from '@entente/shared/kernel/text'
import type { ResourcesReport } from '@entente/shared/dashboards/reports/contract'
import { entryNames, headings, readings, sides, titles, unitNames } from '@entente/shared/dashboards/reports/options'
import type { Cell, Table } from '../../../platform/files/table-file.ts'

type Note = readonly [label: string, value: string]
type Heading = keyof typeof headings

/** What every file says first: what it tells, up to which day, what it was filtered by, and where its rates come from. */
export type About = { locale: Locale; asOf: string; filter: readonly Note[]; rateSources: readonly string[] }

const words = ({ locale }: About) => ({
  of: (heading: Heading) => headings[heading][locale],
  columns: (...names: Heading[]) => names.map((name) => headings[name][locale]),
})

const years = (from: number) => `${from}–${from + 1}`
const amount = (value: string): Cell => ({ amount: value })

const notesOf = (about: About, report: keyof typeof titles, readingNotes: readonly string[] = []): Note[] => {
  const { of } = words(about)
  return [
    [of('report'), titles[report][about.locale]],
    [of('asOf'), about.asOf],
    ...about.filter,
    [of('rateSources'), about.rateSources.length === 0 ? of('none') : about.rateSources.join(' ; ')],
    ...readingNotes.map((note): Note => [of('note'), note]),
  ]
}

const parts = ['spent', 'committed', 'reserved', 'pending', 'forecast'] as const

/** Rows of the report and then its totals, as they are on screen. */
export const resourcesTable = ({ by, rows, totals }: ResourcesReport, about: About): Table => {
  const { of, columns } = words(about)
  const said = [readings.forecast[about.locale], ...(by === 'partner' ? [readings.overlap[about.locale]] : [])]
  const line = (label: string, row: ResourcesReport['totals'][number]): Cell[] => [
    label,
    unitNames[row.unit][about.locale],
    ...parts.map((part) => amount(row[part].value)),
  ]
  return {
    name: `entente-${by}-${about.asOf}`,
    notes: notesOf(about, by, said),
    columns: columns(by, 'unit', ...parts),
    rows: [...rows.map((row) => line(row.label, row)), ...totals.map((row) => line(of('total'), row))],
  }
}

const sums = ['ceiling', 'spent', 'committed', 'reserved', 'available', 'held'] as const

export const envelopesTable = (envelopes: readonly Envelope[], about: About): Table => ({
  name: `entente-envelopes-${about.asOf}`,
  notes: notesOf(about, 'envelopes'),
  columns: words(about).columns('fiscalYear', 'unit', 'profile', 'holder', ...sums),
  rows: envelopes.map((row) => [
    years(row.fiscalYear),
    unitNames[row.unit][about.locale],
    row.profile,
    row.holder,
    ...sums.map((part) => amount(row[part])),
  ]),
})

/** An entry of the ledger with what its ids stand for. */
export type ReportedEntry = LedgerEntry & {
  envelope: { fiscalYear: number; unit: UnitWord; profile: string | null }
  program: string | null
}

const originalCells = ({ original }: ReportedEntry): Cell[] =>
  original === undefined
    ? [null, null, null, null, null]
    : [amount(original.amount), original.currency, amount(original.rate), original.rateSource, original.rateOn]

const entryCells = (row: ReportedEntry, { locale }: About): Cell[] => [
  row.id,
  row.on,
  row.at,
  entryNames[row.kind][locale],
  row.direction === null ? null : sides[row.direction][locale],
  row.releasedFrom === null ? null : headings[row.releasedFrom][locale],
  row.reverses?.id ?? null,
  years(row.envelope.fiscalYear),
  row.envelope.profile,
  row.program,
  row.allocationId,
  amount(row.amount),
  unitNames[row.unit][locale],
  ...originalCells(row),
  row.by.name,
  row.staff?.name ?? null,
  row.reason,
]

export const ledgerTable = (entries: readonly ReportedEntry[], about: About): Table => ({
  name: `entente-ledger-${about.asOf}`,
  notes: notesOf(about, 'ledger'),
  columns: words(about).columns(
    'entry',
    'day',
    'madeAt',
    'kind',
    'direction',
    'released',
    'reverses',
    'fiscalYear',
    'profile',
    'program',
    'allocation',
    'amount',
    'unit',
    'original',
    'currency',
    'rate',
    'rateSource',
    'rateOn',
    'by',
    'person',
    'reason',
  ),
  rows: entries.map((row) => entryCells(row, about)),
})
