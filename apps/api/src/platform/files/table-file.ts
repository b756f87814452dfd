import type { FileReply } from '@entente/shared/kernel/endpoint'
import writeWorkbook, { type Cell as WorkbookCell } from 'write-excel-file/node'

/** A text, an amount (a decimal string), or nothing. */
export type Cell = string | { amount: string } | null
/** A table that leaves the house: what it is about, then its columns, then its rows. */
export type Table = {
  /** Without the ending. */
  name: string
  notes: readonly (readonly [label: string, value: string])[]
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}
export type TableFormat = 'csv' | 'xlsx'

/** Every line as wide as the table: RFC 4180 wants the same number of fields on each. */
const lines = ({ notes, columns, rows }: Table): Cell[][] => {
  const wide = (cells: readonly Cell[]) => columns.map((_, index) => cells[index] ?? null)
  return [...notes.map(wide), wide([]), [...columns], ...rows.map(wide)]
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
const csv = (table: Table) =>
  Buffer.from(
    `\u{feff}${lines(table)
      .map((cells) => `${cells.map(field).join(',')}\r\n`)
      .join('')}`,
  )

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

const workbook = (table: Table) => {
  const heading = table.notes.length + 1
  const data = lines(table).map((cells, row) =>
    cells.map((cell, column) => workbookCell(cell, row === heading || (row < heading && column === 0))),
  )
  return writeWorkbook(data, { columns: table.columns.map(() => ({ width: 22 })) }).toBuffer()
}

/** A table as a file of its format, with everything that says what it is. */
export const tableFile = async (table: Table, format: TableFormat): Promise<FileReply> =>
  format === 'csv'
    ? { name: `${table.name}.csv`, mediaType: 'text/csv; charset=utf-8', content: csv(table) }
    : {
        name: `${table.name}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: await workbook(table),
      }
