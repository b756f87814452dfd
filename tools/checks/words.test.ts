import { describe, expect, it } from 'vitest'
import { held } from './slices.ts'
import { structureFaults } from './structure.ts'
import { wordFaults } from './words.ts'

const program = { 'prisma/models/programs.prisma': 'model Program {\n  id String @id\n  @@map("programs")\n}\n' }
const rulesBrokenBy = (files: Record<string, string>) =>
  wordFaults(new Map(Object.entries({ ...program, ...files }))).map(({ rule }) => rule)

describe('The check of words', () => {
  it.each<[string, string, string]>([
    ['kernel', 'packages/shared/src/kernel/page.ts', 'export type Page = { program: string }'],
    ['platform', 'apps/api/src/platform/database/client.ts', `type Lockable = 'programs' | 'sessions'`],
    ['lib', 'apps/web/src/lib/api/live.ts', 'const heard = { programIds: [] }'],
    ['ui', 'apps/web/src/ui/chart/map.tsx', 'export const Map = (props: { one: Program }) => props.one'],
  ])('finds a word of the business in %s', (_place, path, text) => {
    expect(rulesBrokenBy({ [path]: text })).toEqual([expect.stringMatching(/a word of the business/)])
  })

  it('takes the id of a program for a word of the trail', () => {
    const text = 'export type Told = { id: string; programId: string | null }'
    expect(rulesBrokenBy({ 'apps/api/src/platform/records/audit.ts': text })).toEqual([])
  })

  it('takes no part of a name, sentence, comment or path for a word of the business', () => {
    const text = [
      '// Programs are drawn by country.',
      `import { drawn } from './programs.ts'`,
      `export const programmable = 'No program is here.'`,
      'export const told = `programs of ${drawn}`',
    ].join('\n')
    expect(rulesBrokenBy({ 'apps/web/src/ui/chart/map.tsx': text, 'apps/web/src/ui/chart/programs.ts': '' })).toEqual(
      [],
    )
  })
})

describe('The check of habits', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'an amount written by hand',
      'apps/web/src/features/requests/components/amount.tsx',
      "const said = new Intl.NumberFormat('fr-CA').format(5)",
      /writes an amount or a day by hand/,
    ],
    [
      'a day written by hand',
      'apps/web/src/features/requests/components/amount.tsx',
      'const day = new Date().toISOString().slice(0, 10)',
      /writes an amount or a day by hand/,
    ],
    [
      'a title longer than a line of a report',
      'apps/api/src/modules/requests/service.test.ts',
      `it('${'is refused '.repeat(8)}', () => undefined)`,
      /longer than 80 characters/,
    ],
    [
      'the same of a table of cases',
      'apps/api/src/modules/requests/service.test.ts',
      `it.each([\n  [1],\n])('${'is refused '.repeat(8)}', () => undefined)`,
      /longer than 80 characters/,
    ],
  ])('finds %s', (_fault, path, text, rule) => {
    const faults = structureFaults(new Map([[path, text]]), { ...held, words: false })
    expect(faults.map((fault) => fault.rule)).toEqual([expect.stringMatching(rule)])
  })
})
