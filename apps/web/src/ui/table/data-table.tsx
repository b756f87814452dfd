import { NativeSelect, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './data-table.module.css'
import { nextSort, readSort, sortedRows } from './table-sort.ts'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures are set to the right. */
  numeric?: boolean
  /** The cell that names the row; its heading for those who listen, the title of its card on a phone. */
  isName?: boolean
  /** What the rows can be sorted by; nothing comes last. */
  sortBy?: (row: Row) => string | number | null
}
/** The order of the rows: `due` goes up, `-due` down, nothing is as they came. */
type Sort = { value: string; onSort: (value: string) => void }
type Props<Row> = {
  /** A sentence that says what the rows are. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown when there are no rows. */
  empty?: ReactNode
  isCaptionHidden?: boolean
  sort?: Sort
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

type HeadProps = { column: Omit<Column<never>, 'cell'>; sort: Sort | undefined }

/** The head of a column; a button where it sorts. */
const Head = ({ column: { id, header, numeric, sortBy }, sort }: HeadProps) => {
  const shape = { 'scope': 'col', 'data-numeric': numeric || undefined }
  if (sort === undefined || sortBy === undefined) return <th {...shape}>{header}</th>
  const { by, isDown } = readSort(sort.value)
  const order = by === id ? (isDown ? 'descending' : 'ascending') : 'none'
  const Icon = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown }[order]
  return (
    <th {...shape} aria-sort={order}>
      <UnstyledButton className={styles.sort} onClick={() => sort.onSort(nextSort(sort.value, id))}>
        {header} <Icon size={12} aria-hidden />
      </UnstyledButton>
    </th>
  )
}

type SortProps = { columns: readonly Omit<Column<never>, 'cell'>[]; sort: Sort }

/** A phone shows no heads: the order is chosen from a list. */
const PhoneSort = ({ columns, sort }: SortProps) => {
  const { t } = useTranslation('ui')
  const choices = columns
    .filter(({ sortBy }) => sortBy !== undefined)
    .flatMap(({ id, header }) => [
      { value: id, label: t('sort.up', { header }) },
      { value: `-${id}`, label: t('sort.down', { header }) },
    ])
  return (
    <NativeSelect
      className={styles.phoneSort ?? ''}
      label={t('sort.label')}
      value={sort.value}
      data={[{ value: '', label: t('sort.none') }, ...choices]}
      onChange={(event) => sort.onSort(event.currentTarget.value)}
    />
  )
}

/** A plain table; on a phone every row becomes a card. */
export const DataTable = <Row,>(props: Props<Row>) => {
  const { caption, columns, rows, rowKey, empty, isCaptionHidden = false, sort } = props
  if (rows.length === 0 && empty !== undefined) return empty
  return (
    <div className={styles.frame}>
      {sort !== undefined && <PhoneSort columns={columns} sort={sort} />}
      <table className={styles.table}>
        <caption data-hidden={isCaptionHidden || undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedRows(rows, columns, sort?.value ?? '').map((row) => (
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
