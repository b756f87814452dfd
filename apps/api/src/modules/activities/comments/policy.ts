import type { ActivityComment } from '../../../generated/prisma/client.ts'
import type { Rule } from '../../../platform/rules/policy.ts'
import { activityPolicy, insideOnly } from '../policy.ts'

export const commentPolicy = {
  read: activityPolicy.read,
  add: activityPolicy.comment,
  edit: {
    roles: activityPolicy.comment.roles,
    person: (actor, comment) => comment.authorId === actor.id,
    otherwise: {
      fr: 'Seule la personne qui a écrit ce commentaire peut le changer.',
      en: 'Only the person who wrote this comment may change it.',
    },
  },
} satisfies Record<string, Rule<ActivityComment>>

/** A comment is there for whoever may see its card; a removed one for nobody. */
export const commentVisible = insideOnly(
  async (tx, _, id) => (await tx.db.activityComment.count({ where: { id, removedAt: null } })) > 0,
)
