import { z } from 'zod'
import { electionCertainty, electionKind } from '../../calendar/contract.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { day, id, reckonedDay } from '../../kernel/fields.ts'
import { days } from '../../kernel/money.ts'
import { text } from '../../kernel/text.ts'
import { language } from '../staff/contract.ts'

export const loadStep = z.enum(['week', 'month'])
export type LoadStep = z.infer<typeof loadStep>

/** Staff-days of one person or profile in one period. */
const loadCell = z.object({
  /** What the working pattern, leave, holidays and our own elections leave. */
  capacity: z.string(),
  firm: z.string(),
  asked: z.string(),
  /** Percent of the capacity that is booked, firm or asked; null where there is neither. */
  load: z.int().nullable(),
  isOver: z.boolean(),
})
export type LoadCell = z.infer<typeof loadCell>

const staffSummary = z.object({
  id,
  name: z.string(),
  function: z.string(),
  profile: z.string(),
  critical: z.boolean(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
})

/** Who is how much booked over a fiscal year, with our own elections. */
export const loadMap = z
  .object({
    from: reckonedDay,
    to: reckonedDay,
    step: loadStep,
    periods: z.array(z.object({ from: reckonedDay, to: reckonedDay, inBlackout: z.boolean() })),
    people: z.array(z.object({ staff: staffSummary, cells: z.array(loadCell) })),
    /** Requests without a name count here, and for nobody. */
    profiles: z.array(z.object({ profile: z.string(), people: z.int(), cells: z.array(loadCell) })),
    elections: z.array(
      z.object({
        kind: electionKind,
        pollingOn: day,
        certainty: electionCertainty,
        place: z.string().nullable(),
        blackout: z.object({ from: reckonedDay, to: reckonedDay }).nullable(),
      }),
    ),
  })
  .meta({ id: 'LoadMap' })
export type LoadMap = z.infer<typeof loadMap>

const match = z.object({
  staff: staffSummary,
  capacity: z.string(),
  firm: z.string(),
  asked: z.string(),
  /** Capacity less firm bookings; below zero when leave or an election came later. */
  remaining: z.string(),
  /** Whether what remains, asked bookings aside, covers the days wanted. */
  isEnough: z.boolean(),
  inBlackout: z.boolean(),
})

/** Who fits a need, the freest first, and what all who fit have left together. */
export const matches = z
  .object({
    items: z.array(match),
    total: z.object({ capacity: z.string(), firm: z.string(), asked: z.string(), remaining: z.string() }),
    /** How many of the days wanted all together cannot give; null when they can, or no number was asked. */
    short: z.string().nullable(),
  })
  .meta({ id: 'CapacityMatches' })
export type Matches = z.infer<typeof matches>

export const capacity = {
  map: endpoint({
    method: 'GET',
    path: '/capacity',
    summary: 'How much everyone and every profile is booked, week by week or month by month, over a fiscal year',
    tag: 'capacity',
    status: 200,
    query: z.strictObject({ on: day.optional(), step: loadStep.optional() }),
    response: loadMap,
  }),
  matches: endpoint({
    method: 'GET',
    path: '/capacity/matches',
    summary: 'Who has a profile, skill or language and days left in a period, the freest first',
    tag: 'capacity',
    status: 200,
    query: z
      .strictObject({
        from: day,
        to: day,
        profile: text(80).optional(),
        skill: text(60).optional(),
        language: language.optional(),
        days: days.optional(),
      })
      .refine(({ from, to }) => to >= from, { error: 'endAfterStart', path: ['to'] })
      .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
        error: 'oneYear',
        path: ['to'],
      }),
    response: matches,
  }),
}
