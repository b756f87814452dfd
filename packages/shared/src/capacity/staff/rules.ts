import type { Days } from '../../calendar/rules.ts'

/** How someone works: days a week, the percent of them that is ours, and the days they are away. */
export type Pattern = { daysPerWeek: number; availability: number; leaves: readonly Days[]; critical: boolean }
