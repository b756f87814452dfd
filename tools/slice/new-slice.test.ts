import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyTree } from '../test/tree-copy.ts'

const copy = copyTree()
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...command: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' })
  return { status, told: status === 0 ? '' : stdout + stderr }
}
const passes = { status: 0, told: '' }
const MINUTES = 60_000

describe('A new slice', () => {
  it('stands in all its places, passes the checks, and its tests pass', { timeout: 8 * MINUTES }, () => {
    expect(run('tools/slice/new-slice.ts', 'field-visits')).toEqual(passes)
    expect(readdirSync(join(copy, 'prisma/migrations')).some((name) => name.endsWith('_field_visits'))).toBe(true)
    for (const check of ['tools/checks/structure.ts', 'tools/texts/translations.ts']) expect(run(check)).toEqual(passes)
    for (const project of ['tsconfig.json', 'apps/web/tsconfig.json'])
      expect(run('node_modules/typescript/bin/tsc', '-p', project)).toEqual(passes)
    const ours = ['apps/api/src/modules/field-visits', 'apps/web/src/features/field-visits']
    expect(run('node_modules/vitest/vitest.mjs', 'run', ...ours)).toEqual(passes)
  })

  it('has a name that is new, plural and in lower case', () => {
    for (const name of ['', 'Visits', 'visit', 'views', 'visits/field'])
      expect(run('tools/slice/new-slice.ts', name).status).toBe(2)
  })
})
