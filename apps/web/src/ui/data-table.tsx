import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures are set to the right. */
  numeric?: boolean
  /** The cell that names the row; its heading for those who listen, the title of its card on a phone. */
  isName?: boolean
}
type Props<Row> = {
  /** A sentence that says what the rows are. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown when there are no rows. */
  empty?: ReactNode
  isCaptionHidden?: boolean
}

type CellProps<Row> = { column: Column<Row>; row: Row }

const Cell = <Row,>({ column, row }: CellProps<Row>) => {
  const shape = { 'data-label': column.header, 'data-numeric': column.numeric || undefined }
  return column.isName ? (
    <th scope="row" {...shape}>
      {column.cell(row)}
    </th>
  ) : (
    <td {...shape}>{column.cell(row)}</td>
  )
}

/** A plain table; on a phone every row becomes a card. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey, empty, isCaptionHidden = false }: Props<Row>) => {
  if (rows.length === 0 && empty !== undefined) return empty
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption data-hidden={isCaptionHidden || undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, numeric }) => (
              <th key={id} scope="col" data-numeric={numeric || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
