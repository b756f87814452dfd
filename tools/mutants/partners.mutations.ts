import type { Mutant } from './resources.mutations.ts'

const lens = 'apps/api/src/modules/shares/partner/lens-queries.ts'
const cards = { file: lens, test: 'apps/api/src/modules/shares/partner/cards.test.ts' }

/** What partners and links are shown, and what stays the institution’s own. */
export const partnerMutants: Mutant[] = [
  {
    ...cards,
    defence: 'a card without a title for partners is internal',
    without: 'archivedAt: null, partnerTitleFr: { not: null } }',
    by: 'archivedAt: null }',
    name: 'is internal, milestone or not',
  },
  {
    ...cards,
    defence: 'partners read the title that was given for them',
    without: "{ fr: partnerTitleFr ?? '', en: partnerTitleEn }",
    by: '{ fr: row.title, en: null }',
    name: 'is told under that title',
  },
  {
    defence: 'a card whose day has passed is late, not done',
    file: 'packages/shared/src/shares/partner/rules.ts',
    without: "return 'late'",
    by: "return 'done'",
    test: 'packages/shared/src/shares/partner/rules.test.ts',
    name: 'late, the day after',
  },
]
