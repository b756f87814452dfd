import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { instant } from '../../kernel/fields.ts'
import { unit } from '../../resources/rates/options.ts'

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

export const resourcesPanel = {
  get: endpoint({
    method: 'GET',
    tag: 'dashboards',
    status: 200,
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
}
