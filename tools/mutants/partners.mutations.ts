import type { Mutant } from './resources.mutations.ts'

const lens = 'apps/api/src/modules/shares/partner/lens-queries.ts'
const documents = 'apps/api/src/modules/documents'
const audience = { test: `${documents}/audience.test.ts` }
const cards = { file: lens, test: 'apps/api/src/modules/shares/partner/cards.test.ts' }

/** What partners and links are shown, and what stays the institution’s own. */
export const partnerMutants: Mutant[] = [
  {
    ...audience,
    defence: 'a proof of one organization is opened to that one only',
    file: `${documents}/service.ts`,
    without: "data: { audience: 'organizations', organizationIds: [organizationId], version: { increment: 1 } }",
    by: "data: { audience: 'partners', version: { increment: 1 } }",
    name: 'opens to its own organization',
  },
  {
    ...audience,
    defence: 'a contribution is not proven by another’s file',
    file: `${documents}/service.ts`,
    without: '  return isFiled && organizationIds.every((id) => id === organizationId)',
    by: '  return true || isFiled || organizationIds',
    name: 'is its own organization’s',
  },
  {
    ...audience,
    defence: 'a partner releases nothing',
    file: `${documents}/service.ts`,
    without: 'if (organizationId === null) return',
    by: 'if (organizationId === null || audience !== undefined) return',
    name: 'is for its organization',
  },
  {
    ...audience,
    defence: 'a file is released no further than its classification admits',
    file: `${documents}/service.ts`,
    without: 'if (!audiencesOf[before.classification].includes(audience))',
    by: 'if (audiencesOf[before.classification].length === 0)',
    name: 'go no further than',
  },
  {
    ...audience,
    defence: 'a link opens what is public',
    file: `${documents}/policy.ts`,
    without: "? { audience: 'public' }",
    by: '? {}',
    name: 'opens to its own organization',
  },
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
