import { describe, expect, it } from 'vitest'
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
