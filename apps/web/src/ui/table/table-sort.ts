/** What a row is sorted by; nothing comes last, whichever way. */
type Key = string | number | null
type Sortable<Row> = { id: string; sortBy?: (row: Row) => Key }

const compareKeys = (left: Key, right: Key) => {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left).localeCompare(String(right), undefined, { numeric: true })
}

/** `due` goes up, `-due` down. */
export const readSort = (sort: string) => ({ by: sort.replace(/^-/, ''), isDown: sort.startsWith('-') })

/** Up, then down, then as the rows came. */
export const nextSort = (sort: string, id: string) => {
  const { by, isDown } = readSort(sort)
  if (by !== id) return id
  return isDown ? '' : `-${id}`
}

/** The rows in the order asked for; those that are equal keep the order they came in. */
export const sortedRows = <Row>(rows: readonly Row[], columns: readonly Sortable<Row>[], sort: string) => {
  const { by, isDown } = readSort(sort)
  const keyOf = columns.find(({ id }) => id === by)?.sortBy
  if (keyOf === undefined) return rows
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  return keyed
    .toSorted((left, right) => {
      if (left.key === null || right.key === null) return Number(left.key === null) - Number(right.key === null)
      return compareKeys(left.key, right.key) * (isDown ? -1 : 1)
    })
    .map(({ row }) => row)
}
