import { z } from 'zod'
import { unit } from '../../resources/rates/options.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { instant } from '../../kernel/fields.ts'
import { stage } from '../../programs/workflow.ts'

/** A figure and the place where its rows are. */
const figure = z.object({ value: z.number(), href: z.string() })
const amount = z.object({ value: z.string(), href: z.string() })

export const envelopeFigures = z.object({
  id: z.string(),
  fiscalYear: z.int(),
  unit,
  profile: z.string().nullable(),
  holder: z.string().nullable(),
  ceiling: amount,
  reserved: amount,
  committed: amount,
  spent: amount,
  available: amount,
})

export const portfolioDashboard = z
  .object({
    asOf: instant,
    programs: figure,
    suspended: figure,
    pipeline: z.array(z.object({ stage, count: figure, medianDays: z.number().nullable() })),
    ended: z.array(z.object({ stage, count: figure })),
    blockedGates: z.array(z.object({ gateId: z.string(), principle: z.int(), message: z.string(), count: figure })),
    compass: z.array(z.object({ principle: z.int(), proven: figure, waived: figure, open: figure })),
    waivers: figure,
    upcomingPolls: z.array(
      z.object({
        reference: z.string(),
        countryCode: z.string().nullable(),
        on: z.string(),
        days: z.int(),
        href: z.string(),
      }),
    ),
    envelopes: z.array(envelopeFigures),
  })
  .meta({ id: 'PortfolioDashboard' })
export type PortfolioDashboard = z.infer<typeof portfolioDashboard>

export const resourcesDashboard = z
  .object({
    asOf: instant,
    fiscalYear: z.int(),
    envelopes: z.array(envelopeFigures),
    programs: z.array(
      z.object({
        programId: z.string().nullable(),
        reference: z.string().nullable(),
        unit: z.string(),
        approved: amount,
        committed: amount,
        spent: amount,
      }),
    ),
  })
  .meta({ id: 'ResourcesDashboard' })
export type ResourcesDashboard = z.infer<typeof resourcesDashboard>

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

const read = { method: 'GET', tag: 'dashboards', status: 200 } as const

export const dashboards = {
  portfolio: endpoint({
    ...read,
    path: '/dashboards/portfolio',
    summary: 'The whole portfolio on one page',
    response: portfolioDashboard,
  }),
  resources: endpoint({
    ...read,
    path: '/dashboards/resources',
    summary: 'Envelopes and programs of a fiscal year',
    query: z.strictObject({
      fiscalYear: z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number)
        .optional(),
    }),
    response: resourcesDashboard,
  }),
  partner: endpoint({
    ...read,
    path: '/dashboards/partner',
    summary: 'The programs shared with my organization',
    response: partnerDashboard,
  }),
}
