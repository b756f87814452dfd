import type { FileReply } from '@entente/shared/kernel/endpoint'
import type { Label, Locale } from '@entente/shared/kernel/text'
import writeWorkbook, { type Cell as WorkbookCell } from 'write-excel-file/node'

/** A text, an amount (a decimal string), or nothing. */
export type Cell = string | { amount: string } | null
/** A column: what stands above it, and what it says of a row. Said together, so that neither is without the other. */
export type Column<Row> = { heading: Label; cell: (row: Row) => Cell }
/** A table that leaves the house: what it is about, then its columns, then its rows. */
export type Table<Row> = {
  /** Without the ending. */
  name: string
  locale: Locale
  notes: readonly (readonly [label: string, value: string])[]
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}
export type TableFormat = 'csv' | 'xlsx'

/** The lines of a file, each as wide as the table: RFC 4180 wants the same number of fields on each. */
type Lines = { name: string; above: number; lines: readonly (readonly Cell[])[] }

const linesOf = <Row>({ name, locale, notes, columns, rows }: Table<Row>): Lines => {
  const wide = (cells: readonly Cell[]) => columns.map((_, index) => cells[index] ?? null)
  const above = [...notes.map(wide), wide([])]
  const headings = columns.map(({ heading }) => heading[locale])
  return {
    name,
    above: above.length,
    lines: [...above, headings, ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
  }
}

/**
 * What a spreadsheet would take for a formula is kept as text (OWASP, CSV injection), also after the semicolon
 * that is a spreadsheet's own separator in French. Amounts are never touched.
 */
const harmless = (text: string) => text.replaceAll(/(?<=^|;)[=+\-@\t\r\n＝＋－＠]/gu, "'$&")

const field = (cell: Cell) => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return cell.amount
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with a byte order mark, fields apart by commas, lines by CRLF (RFC 4180). */
const csv = ({ lines }: Lines) =>
  Buffer.from(`\u{feff}${lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`)

const digitsOf = (amount: string) => amount.split('.')[1]?.length ?? 0

/** A workbook holds texts as texts, whatever they begin with, and amounts as numbers with their own decimals. */
const workbookCell = (cell: Cell, isHeading: boolean): WorkbookCell => {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String, ...(isHeading && { fontWeight: 'bold' as const }) }
  const digits = digitsOf(cell.amount)
  return {
    value: Number(cell.amount),
    type: Number,
    format: digits === 0 ? '0' : `#,##0.${'0'.repeat(digits)}`,
  }
}

const workbook = ({ lines, above }: Lines) => {
  const data = lines.map((cells, row) =>
    cells.map((cell, column) => workbookCell(cell, row === above || (row < above && column === 0))),
  )
  return writeWorkbook(data, { columns: (lines[above] ?? []).map(() => ({ width: 22 })) }).toBuffer()
}

/** A table as a file of its format, with everything that says what it is. */
export const tableFile = async <Row>(table: Table<Row>, format: TableFormat): Promise<FileReply> => {
  const lines = linesOf(table)
  return format === 'csv'
    ? { name: `${lines.name}.csv`, mediaType: 'text/csv; charset=utf-8', content: csv(lines) }
    : {
        name: `${lines.name}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: await workbook(lines),
      }
}
