import { describe, expect, it } from 'vitest'
import { nextSort, sortedRows } from './table-sort.ts'

const rows = [
  { name: 'Étude', due: '2026-12-04' },
  { name: 'atelier 10', due: null },
  { name: 'Atelier 2', due: '2026-11-20' },
]
const columns = [
  { id: 'name', sortBy: (row: { name: string }) => row.name },
  { id: 'due', sortBy: (row: { due: string | null }) => row.due },
]
const names = (sort: string) => sortedRows(rows, columns, sort).map(({ name }) => name)

describe('The rows of a table', () => {
  it('stand up or down by a column, names as people read them', () => {
    expect(names('name')).toEqual(['Atelier 2', 'atelier 10', 'Étude'])
    expect(names('-name')).toEqual(['Étude', 'atelier 10', 'Atelier 2'])
  })

  it('stand last when they have no value, whichever way', () => {
    expect(names('due')).toEqual(['Atelier 2', 'Étude', 'atelier 10'])
    expect(names('-due')).toEqual(['Étude', 'Atelier 2', 'atelier 10'])
  })

  it('keep the order they came in where no column says otherwise', () => {
    expect(names('')).toEqual(rows.map(({ name }) => name))
    expect(names('unknown')).toEqual(rows.map(({ name }) => name))
  })

  it('go up, then down, then back', () => {
    expect(['', 'due', '-due', 'name'].map((sort) => nextSort(sort, 'due'))).toEqual(['due', '-due', '', 'due'])
  })
})
