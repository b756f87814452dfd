import type { Stage } from '../programs/workflow.ts'

/** Stages in which each thing is written: objectives before the end of the work, levels once it is under way. */
export const transferStages = {
  objective: ['analysis', 'decision', 'design', 'allocation', 'implementation'],
  verification: ['implementation', 'closing'],
  lesson: ['implementation', 'closing', 'evaluation', 'cancelled'],
  evaluation: ['evaluation'],
} as const satisfies Record<string, readonly Stage[]>

/** Whether the stage is the time for it. */
export const isTimeFor = (what: keyof typeof transferStages, stage: Stage) =>
  (transferStages[what] as readonly Stage[]).includes(stage)
