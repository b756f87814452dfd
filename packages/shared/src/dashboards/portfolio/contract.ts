import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { instant } from '../../kernel/fields.ts'
import { stage } from '../../programs/workflow.ts'
import { envelopeFigures } from '../resources/contract.ts'

/** A figure and the place where its rows are. */
export const figure = z.object({ value: z.number(), href: z.string() })

export const portfolioDashboard = z
  .object({
    asOf: instant,
    programs: figure,
    suspended: figure,
    pipeline: z.array(z.object({ stage, count: figure, medianDays: z.number().nullable() })),
    ended: z.array(z.object({ stage, count: figure })),
    blockedGates: z.array(z.object({ gateId: z.string(), principle: z.int(), message: z.string(), count: figure })),
    compass: z.array(
      z.object({
        principle: z.int(),
        proven: figure,
        kept: figure,
        waived: figure,
        broken: figure,
        notYet: figure,
      }),
    ),
    /** Programs of which a gate that was kept is to be put right. */
    toPutRight: figure,
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

export const portfolioPanel = {
  get: endpoint({
    method: 'GET',
    tag: 'dashboards',
    status: 200,
    path: '/dashboards/portfolio',
    summary: 'The whole portfolio on one page',
    response: portfolioDashboard,
  }),
}
