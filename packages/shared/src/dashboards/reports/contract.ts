import { z } from 'zod'
import { ledgerFilter } from '../../resources/ledger/contract.ts'
import { fiscalYearText } from '../../resources/envelopes/contract.ts'
import { unit } from '../../resources/rates/options.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { day, instant } from '../../kernel/fields.ts'

/** What resources are told by. */
export const reportBy = z.enum(['program', 'country', 'partner', 'fiscalYear'])
export type ReportBy = z.infer<typeof reportBy>

/** An amount and the place where exactly the rows are that make it; null where no single list holds them. */
const amount = z.object({ value: z.string(), href: z.string().nullable() })

const amounts = {
  unit,
  /** Actual. */
  spent: amount,
  committed: amount,
  reserved: amount,
  /** Asked for, and not decided yet. */
  pending: amount,
  /** Spent, committed, reserved and pending together: what it comes to if all that is asked is granted. */
  forecast: amount,
}

export const resourcesReport = z
  .object({
    asOf: instant,
    by: reportBy,
    /** Null: every fiscal year. */
    fiscalYear: z.int().nullable(),
    rows: z.array(
      z.object({
        /** The program, country, organization or fiscal year; null for what has none. */
        key: z.string().nullable(),
        label: z.string(),
        ...amounts,
      }),
    ),
    /** Of everything, once: rows of partners overlap where a program has several. */
    totals: z.array(z.object(amounts)),
  })
  .meta({ id: 'ResourcesReport' })
export type ResourcesReport = z.infer<typeof resourcesReport>

const resourcesQuery = { by: reportBy.default('program'), fiscalYear: fiscalYearText.optional() }
const read = { method: 'GET', tag: 'reports', status: 200 } as const
/** CSV in UTF-8 with a byte order mark (RFC 4180), or a workbook of Office Open XML. */
const format = z.enum(['csv', 'xlsx']).default('csv')

export const reports = {
  resources: endpoint({
    ...read,
    path: '/reports/resources',
    summary: 'Spent, committed and forecast by program, country, partner or fiscal year',
    query: z.strictObject(resourcesQuery),
    response: resourcesReport,
  }),
  resourcesFile: endpoint({
    ...read,
    path: '/reports/resources/file',
    summary: 'The same as a file, with what it was filtered by, its day and the sources of its rates',
    query: z.strictObject({ ...resourcesQuery, format }),
    file: true,
  }),
  envelopesFile: endpoint({
    ...read,
    path: '/reports/envelopes/file',
    summary: 'The envelopes of a fiscal year as a file, today or as they stood at the end of a past day',
    query: z.strictObject({ fiscalYear: fiscalYearText.optional(), asOf: day.optional(), format }),
    file: true,
  }),
  ledgerFile: endpoint({
    ...read,
    path: '/reports/ledger/file',
    summary: 'Entries of the ledger as a file, each converted amount with its rate, the source and the day of it',
    query: z.strictObject({ ...ledgerFilter, format }),
    file: true,
  }),
}
