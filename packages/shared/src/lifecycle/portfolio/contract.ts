import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { day, id } from '../../kernel/fields.ts'
import { amountOf } from '../../kernel/money.ts'
import { text } from '../../kernel/text.ts'
import { countryCode } from '../../organizations/contract.ts'
import { programSummary } from '../../programs/contract.ts'
import { stage } from '../../programs/workflow.ts'

export const portfolioCard = programSummary
  .extend({
    daysToPolling: z.int().nullable(),
    /** Days in the present stage and the target; the target is null where none is set. */
    ageDays: z.int(),
    targetDays: z.int().nullable(),
    /** The first gate that blocks the next stage, if any. */
    blockedBy: z.object({ gateId: z.string(), label: z.string(), href: z.string() }).nullable(),
    /** Every gate that blocks the next stage. */
    blockingGates: z.array(z.string()),
    next: stage.nullable(),
    /** Money of the program's allocations: approved, of which committed and spent. */
    money: z.object({ approved: amountOf, committed: amountOf, spent: amountOf }),
    partners: z.array(z.string()),
    /** The region of the world its country lies in, in the reader's language. */
    region: z.string().nullable(),
    moves: z.array(stage),
  })
  .meta({ id: 'PortfolioCard' })
export type PortfolioCard = z.infer<typeof portfolioCard>

export const portfolioBoard = z
  .object({
    columns: z.array(z.object({ stage, limit: z.int().nullable(), count: z.int(), cards: z.array(portfolioCard) })),
    ended: z.object({ declined: z.int(), redirected: z.int(), withdrawn: z.int(), cancelled: z.int() }),
  })
  .meta({ id: 'PortfolioBoard' })
export type PortfolioBoard = z.infer<typeof portfolioBoard>

const programDate = z.object({
  kind: z.enum(['polling', 'milestone', 'agreementEnd']),
  on: day,
  /** The milestone or the agreement; null for polling day. */
  label: z.string().nullable(),
})

/** When a program began, until when it is known to last, and the days that count on the way. */
export const programDates = z
  .object({ id, from: day, to: day.nullable(), dates: z.array(programDate) })
  .meta({ id: 'ProgramDates' })
export type ProgramDates = z.infer<typeof programDates>

export const portfolio = {
  board: endpoint({
    method: 'GET',
    path: '/boards/portfolio',
    summary: 'The portfolio board: programs by stage',
    tag: 'lifecycle',
    status: 200,
    query: z.strictObject({
      q: text(100).optional(),
      country: countryCode.optional(),
      coordinator: z.uuid().optional(),
      blocked: z.enum(['true', 'false']).optional(),
    }),
    response: portfolioBoard,
  }),
  dates: endpoint({
    method: 'GET',
    path: '/boards/portfolio/dates',
    summary: 'The dates of every program: its span, polling day, milestones, ends of agreements',
    tag: 'lifecycle',
    status: 200,
    response: z.object({ items: z.array(programDates) }),
  }),
}
