import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTree } from '../checks/source-tree.ts'
import { translationFaults } from './translations.ts'

const fr = 'apps/web/src/locales/fr/programs.json'
const en = 'apps/web/src/locales/en/programs.json'
const page = 'apps/web/src/features/programs/pages/program-page.tsx'

const sound = {
  [fr]: JSON.stringify({
    title: 'Programme {{reference}}',
    ask: 'Suspendre\u00a0?',
    stage: { design: 'Formulation' },
    days_one: '{{count}} jour',
    days_many: '{{count}} de jours',
    days_other: '{{count}} jours',
  }),
  [en]: JSON.stringify({
    title: 'Program {{reference}}',
    ask: 'Suspend?',
    stage: { design: 'Design' },
    days_one: '{{count}} day',
    days_other: '{{count}} days',
  }),
  [page]: [
    `const { t } = useTranslation('programs')`,
    `t('title', { reference }) + t('programs:ask') + t('days', { count })`,
    't(`stage.${stage}`)',
  ].join('\n'),
}
const faultsWith = (files: Record<string, string>) =>
  translationFaults(new Map(Object.entries({ ...sound, ...files }))).map(({ file, rule }) => `${file} ${rule}`)

const changed = (path: keyof typeof sound, change: Record<string, unknown>) => ({
  [path]: JSON.stringify({ ...JSON.parse(sound[path] ?? '{}'), ...change }),
})

describe('The translations check', () => {
  it('is silent on the real tree', () => {
    expect(translationFaults(readTree(fileURLToPath(new URL('../..', import.meta.url))))).toEqual([])
  })

  it('is silent on complete, well-set messages', () => {
    expect(faultsWith({})).toEqual([])
  })

  it('reads the texts of a slice inside a family', () => {
    const nested = (language: string) => `apps/web/src/locales/${language}/resources/rates.json`
    const texts = { [nested('fr')]: '{ "rate": "Taux", "lost": "Perdu" }', [nested('en')]: '{ "rate": "Rate" }' }
    const reader = `const { t } = useTranslation('resources/rates')\nt('rate') + t('resources/rates:gone')`
    expect(faultsWith({ ...texts, 'apps/web/src/features/resources/rates/pages/rates-page.tsx': reader })).toEqual([
      expect.stringMatching(/en\/resources\/rates.json lost is missing/),
      expect.stringMatching(/resources\/rates:gone is not in resources\/rates/),
      expect.stringMatching(/fr\/resources\/rates.json lost is never used/),
    ])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a key without its English', changed(en, { ask: undefined }), /en\/programs.json ask is missing/],
    [
      'a key without its French',
      changed(en, { stage: { design: 'Design', lost: 'Lost' } }),
      /fr\/.*stage.lost is missing/,
    ],
    ['an empty message', changed(en, { ask: ' ' }), /ask is empty/],
    ['a placeholder lost on the way', changed(en, { title: 'Program' }), /title: other placeholders/],
    [
      'a plain space before a question mark',
      changed(fr, { ask: 'Suspendre ?' }),
      /ask: a no-break space is missing before/,
    ],
    ['an open guillemet without its space', changed(fr, { ask: '«Oui\u00a0»' }), /after «/],
    ['a straight apostrophe', changed(fr, { ask: "L'étape" }), /apostrophe/],
    [
      'the same in a shared label',
      { 'packages/shared/src/requests/gates.ts': `{ fr: 'Pourquoi ?' }` },
      /gates.ts .*no-break/,
    ],
    ['a call to a key that does not exist', { [page]: `${sound[page]}\nt('titel')` }, /titel is not in programs/],
    [
      'a call to a namespace that does not exist',
      { [page]: `${sound[page]}\nt('program:title')` },
      /is not in program$/,
    ],
    [
      'the label of a field',
      { [page]: `${sound[page]}\nconst field = useFields(form, 'programs:stage')\nfield('design') + field('lost')` },
      /stage.lost, the label of a field, is not in programs/,
    ],
    [
      'a renamed translator',
      { [page]: `${sound[page]}\nconst { t: say } = useTranslation('programs')\nsay('gone')` },
      /gone is not in programs/,
    ],
    [
      'a message nobody shows',
      { ...changed(fr, { old: 'Vieux' }), ...changed(en, { old: 'Old' }) },
      /old is never used/,
    ],
  ])('finds %s', (_fault, files, rule) => {
    expect(faultsWith(files)).toEqual([expect.stringMatching(rule)])
  })

  it('notices a whole namespace missing from one language', () => {
    expect(faultsWith({ 'apps/web/src/locales/en/shares.json': '{"title":"Program"}' })).toEqual([
      expect.stringMatching(/fr\/shares.json title is missing/),
    ])
  })
})
