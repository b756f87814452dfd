import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requirements } from '@entente/shared/proof/rules'
import { describe, expect, it } from 'vitest'
import { guardMutants, rowMutants } from './proof.mutations.ts'

const modules = fileURLToPath(new URL('../../apps/api/src/modules', import.meta.url))
/** Where a rule or a service says what it commits: a word of the list, in quotes. */
const saysCommitment = /binding\('\w+'|commits: .*'\w+'/g

describe('The mutations of the policy', () => {
  it('take out every row of its table, one at a time', () => {
    expect(rowMutants).toHaveLength(requirements.length)
    expect(new Set(rowMutants.map(({ without }) => without)).size).toBe(requirements.length)
  })

  it('take out every place where something is said to commit a program', () => {
    const files = globSync('**/*.ts', { cwd: modules, exclude: ['**/*.test.ts'] })
    const said = files.flatMap((file) => readFileSync(join(modules, file), 'utf8').match(saysCommitment) ?? [])
    const taken = guardMutants.flatMap(({ without }) => without.match(saysCommitment) ?? [])
    expect(taken.toSorted((one, other) => one.localeCompare(other))).toEqual(
      said.toSorted((one, other) => one.localeCompare(other)),
    )
  })
})
