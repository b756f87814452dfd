import type { Path, Stage } from './workflow.ts'

/** What every gate may read of the program itself. `today` is the day of the one clock. */
export type ProgramFacts = {
  today: string
  program: { id: string; path: Path; stage: Stage; countryCode: string | null; actingAloneReason: string | null }
}

/** Addresses of the SPA that gates and figures lead to. */
export const placeOf = (programId: string, section: string, field?: string) =>
  `/programs/${programId}/${section}${field === undefined ? '' : `#${field}`}`

/** How far an invitation goes on the short path (proof.md, 7): Canadian dollars, and staff-days, planned or asked. */
export const shortPathLimits = { money: { amount: '25000.00', currency: 'CAD' }, days: '60.0' } as const

/** Whether a program has outgrown the short path: either limit is enough. */
export const outgrowsShortPath = ({ money, days }: { money: number; days: number }) =>
  money > Number(shortPathLimits.money.amount) || days > Number(shortPathLimits.days)
