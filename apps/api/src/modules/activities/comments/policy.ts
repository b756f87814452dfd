import type { ActivityComment, Program } from '../../../generated/prisma/client.ts'
import { except, type Policy } from '../../../platform/rules/policy.ts'
import { activityPolicy, insideOnly } from '../policy.ts'

/** A comment, and the program of its card. */
export type Said = ActivityComment & { programId: string; program: Pick<Program, 'stage'> }

/** One's own comment is corrected or taken away by oneself. */
export const commentPolicy = {
  edit: {
    ...activityPolicy.comment,
    person: except(({ authorId }, { id }) => authorId !== id, {
      fr: 'Seule la personne qui a écrit ce commentaire peut le changer.',
      en: 'Only the person who wrote this comment may change it.',
    }),
  },
} satisfies Policy<Said>

/** A comment is there for whoever may see its card; a removed one for nobody. */
export const commentVisible = insideOnly(
  async (tx, _, id) => (await tx.db.activityComment.count({ where: { id, removedAt: null } })) > 0,
)
