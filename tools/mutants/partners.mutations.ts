import type { Mutant } from './resources.mutations.ts'

const lens = 'apps/api/src/modules/shares/partner/lens-queries.ts'
const documents = 'apps/api/src/modules/documents'
const audience = { test: `${documents}/audience.test.ts` }
const policies = {
  file: 'prisma/migrations/20261201132000_outside_readers/migration.sql',
  test: 'apps/api/test/rights/outside.test.ts',
}
const access = {
  file: 'packages/shared/src/shares/gates.ts',
  test: 'apps/api/src/modules/shares/shares.test.ts',
}
/** The database would find nothing either: here the first line stands alone. */
const alone = {
  file: 'apps/api/src/modules/users/policy.ts',
  without: 'isInternal(actor) ? null :',
  by: 'isInternal(actor) || true ? null :',
}
const cards = { file: lens, test: 'apps/api/src/modules/shares/partner/cards.test.ts' }

/** What partners and links are shown, and what stays the institution’s own. */
export const partnerMutants: Mutant[] = [
  {
    ...access,
    defence: 'an organization gets access after its diligence (P6-G2)',
    without: '        !isCleared && {',
    by: '        isCleared === null && {',
    name: 'asks its part in the program',
  },
  {
    ...access,
    defence: 'an organization that takes no part gets no access (P6-G2)',
    without: '        !takesPart && {',
    by: '        takesPart === null && {',
    name: 'asks its part in the program',
  },
  {
    ...access,
    defence: 'access rests on an agreement or on being the host (P6-G2)',
    without: '          agreedUntil === null && {',
    by: "          agreedUntil === '' && {",
    name: 'asks its part in the program',
  },
  {
    ...access,
    defence: 'a share ends with the agreement it rests on',
    file: 'apps/api/src/modules/programs/policy.ts',
    without: '{ groundsEndOn: { gte: asDate(today) } }',
    by: '{}',
    also: [alone],
    name: 'ends at once with the diligence',
  },
  {
    ...access,
    defence: 'a share ends with the diligence it rests on',
    file: 'apps/api/src/modules/programs/policy.ts',
    without: "{ organization: { dueDiligence: 'cleared' } }",
    by: '{}',
    also: [alone],
    name: 'ends at once with the diligence',
  },
  {
    ...access,
    defence: 'a share lasts twelve months at most',
    file: 'apps/api/src/modules/shares/service.ts',
    without: 'if (expiresOn > inAYear(today))',
    by: "if (expiresOn === '')",
    name: 'ends within twelve months',
  },
  {
    defence: 'no token is written to the log',
    file: 'apps/api/src/platform/http/request-log.ts',
    without: "uuid.test(part) ? part : '…'",
    by: 'uuid.test(part) ? part : part',
    test: 'apps/api/test/protocol/secrets-in-logs.test.ts',
    name: 'holds no token of an address',
  },
  {
    defence: 'nothing told to who is outside is kept on the way',
    file: 'apps/api/src/platform/http/security.ts',
    without: "void reply.header('cache-control', 'no-store')",
    by: '',
    test: 'apps/api/test/protocol/secrets-in-logs.test.ts',
    name: 'is kept nowhere',
  },
  {
    ...policies,
    defence: 'a policy lets through the rows of one’s own organization only',
    without:
      'ON contributions AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND',
    by: 'ON contributions AS RESTRICTIVE FOR SELECT TO entente_outside USING (true OR',
    name: 'finds no row of another organization',
  },
  {
    ...policies,
    defence: 'a view holds no internal column',
    without: "''::text AS title,",
    by: 'title,',
    also: [
      {
        ...policies,
        without: 'GRANT SELECT (id, program_id, column_id, type,',
        by: 'GRANT SELECT (id, program_id, column_id, type, title,',
      },
    ],
    name: 'finds no word that is internal',
  },
  {
    ...policies,
    defence: 'policies are forced',
    without: 'ALTER TABLE objections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
    by: 'ALTER TABLE objections ENABLE ROW LEVEL SECURITY;',
    name: 'may read columns of tables whose rows have a forced policy',
  },
  {
    ...policies,
    defence: 'who is outside is read for by a role of its own',
    file: 'apps/api/src/platform/database/outside.ts',
    without: "set_config('role', ${outsideRole}, true)",
    by: "set_config('role', 'none', true)",
    name: 'changes nothing',
  },
  {
    ...audience,
    defence: 'a proof of one organization is opened to that one only',
    file: `${documents}/proof-service.ts`,
    without: "data: { audience: 'organizations', organizationIds: [organizationId], version: { increment: 1 } }",
    by: "data: { audience: 'partners', version: { increment: 1 } }",
    name: 'opens to its own organization',
  },
  {
    ...audience,
    defence: 'a contribution is not proven by another’s file',
    file: `${documents}/proof-service.ts`,
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
