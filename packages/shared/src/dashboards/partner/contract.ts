import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { instant } from '../../kernel/fields.ts'
import { stage } from '../../programs/workflow.ts'
import { figure } from '../portfolio/contract.ts'

export const partnerDashboard = z
  .object({
    asOf: instant,
    programs: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        title: z.object({ fr: z.string(), en: z.string().nullable() }),
        countryCode: z.string().nullable(),
        stage,
        sections: z.array(z.string()),
        /** What is asked of the organization now. */
        asked: z.array(z.object({ kind: z.enum(['opinion', 'terms']), label: z.string(), href: z.string() })),
        href: z.string(),
      }),
    ),
    count: figure,
  })
  .meta({ id: 'PartnerDashboard' })
export type PartnerDashboard = z.infer<typeof partnerDashboard>

export const partnerPanel = {
  get: endpoint({
    method: 'GET',
    tag: 'dashboards',
    status: 200,
    path: '/dashboards/partner',
    summary: 'The programs shared with my organization',
    response: partnerDashboard,
  }),
}
