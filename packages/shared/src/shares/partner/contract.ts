import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { activityType } from '../../activities/contract.ts'
import { byId, day, id, instant } from '../../kernel/fields.ts'
import { amountOf } from '../../kernel/money.ts'
import { partnerCompass } from '../../programs/contract.ts'
import { stage } from '../../programs/workflow.ts'
import { section } from '../contract.ts'

/** How far a piece of work is, in the words partners read: a team's columns are its own. */
export const progress = z.enum(['toCome', 'underWay', 'done', 'late'])
export type Progress = z.infer<typeof progress>

/** What a partner sees of one program: each part is there only when its section is shared. */
export const partnerView = z
  .object({
    program: z.object({
      id: id.nullable(),
      reference: z.string(),
      title: z.object({ fr: z.string(), en: z.string().nullable() }),
      countryCode: z.string().nullable(),
    }),
    asOf: instant,
    expiresOn: day,
    sections: z.array(section),
    overview: z
      .object({
        stage,
        stageSince: instant,
        suspended: z.boolean(),
        pollingOn: day.nullable(),
        compass: partnerCompass,
        partners: z.array(z.object({ name: z.string(), role: z.string() })),
        contact: z.string(),
      })
      .optional(),
    milestones: z.array(z.object({ label: z.string(), on: day.nullable(), progress })).optional(),
    activities: z
      .array(
        z.object({
          /** The title the team gave it for partners; a card without one is not here. */
          title: z.string(),
          type: activityType,
          startsOn: day.nullable(),
          dueOn: day.nullable(),
          progress,
        }),
      )
      .optional(),
    documents: z
      .array(
        z.object({ id, name: z.string(), kind: z.string(), language: z.string(), size: z.int(), href: z.string() }),
      )
      .optional(),
    results: z
      .array(
        z.object({
          competence: z.string(),
          unit: z.string(),
          baseline: z.int(),
          target: z.int(),
          verifiedLevel: z.int().nullable(),
        }),
      )
      .optional(),
    /** The organization's own contributions; a link shows none of anybody's. */
    contributions: z.array(z.object({ description: z.string(), amount: amountOf, state: z.string() })).optional(),
  })
  .meta({ id: 'PartnerView' })
export type PartnerView = z.infer<typeof partnerView>

export const partnerViews = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/partner-view',
    summary: 'A program as the caller’s organization sees it; of the institution, as that organization would',
    tag: 'shares',
    status: 200,
    params: byId,
    query: z.strictObject({ organizationId: id.optional() }),
    response: partnerView,
  }),
  byLink: endpoint({
    method: 'GET',
    path: '/shared/:token',
    summary: 'A program through a shared link',
    tag: 'shares',
    public: true,
    status: 200,
    params: z.strictObject({ token: z.string().max(200) }),
    response: partnerView,
  }),
}
