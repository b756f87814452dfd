import type { Path, Stage } from './workflow.ts'

/** What every gate may read of the program itself. `today` is the day of the one clock. */
export type ProgramFacts = {
  today: string
  program: { id: string; path: Path; stage: Stage; countryCode: string | null; actingAloneReason: string | null }
}

/** Addresses of the SPA that gates and figures lead to. */
export const placeOf = (programId: string, section: string, field?: string) =>
  `/programs/${programId}/${section}${field === undefined ? '' : `#${field}`}`
