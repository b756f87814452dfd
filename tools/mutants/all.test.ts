import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mutants } from './all.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('Every defence that the mutants take out', () => {
  it('has a name of its own', () => {
    const names = mutants.map(({ defence }) => defence)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  })

  it('stands, once, in the text where it is looked for', () => {
    const edits = mutants.flatMap(({ defence, also = [], ...edit }) =>
      [edit, ...also].map((one) => ({ defence, ...one })),
    )
    const astray = edits.filter(({ file, without }) => read(file).split(without).length !== 2)
    expect(astray.map(({ defence, file }) => `${defence}: ${file}`)).toEqual([])
  })

  it('is missed by a test in a file that exists', () => {
    expect(mutants.map(({ test }) => test).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
