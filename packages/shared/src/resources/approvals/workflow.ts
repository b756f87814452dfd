import { z } from 'zod'

/** How long a step waits: late after the days of service, escalated to the executive after twice as many. */
export const waitingState = z.enum(['onTime', 'late', 'escalated'])
export type WaitingState = z.infer<typeof waitingState>

/** What a step that has waited for too long is told by; null while it is in time. */
export const lateness = (state: WaitingState) => (state === 'onTime' ? null : state)
