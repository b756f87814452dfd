import { z } from 'zod'

/** Ids are UUIDv7: unique without coordination and in order of creation. */
export const id = z.uuid()
export const byId = z.strictObject({ id })

/** A day reckoned from another one, `YYYY-MM-DD`: it may lie a little outside what one may enter. */
export const reckonedDay = z.iso.date({ abort: true })
/** A calendar day, `YYYY-MM-DD`, with no time zone. From 1900 to 2199: reckoning on from there ends, too. */
export const day = reckonedDay.refine((value) => value >= '1900-01-01' && value <= '2199-12-31', { error: 'dayRange' })
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime()

export const version = z.int().positive()

/** A person as others see them: never more than id and name. */
export const person = z.object({ id, name: z.string() })
export type Person = z.infer<typeof person>

/** What the reader may do to the record, and for what their role would allow, why not now. */
export const allowed = <const Action extends string>(...actions: readonly [Action, ...Action[]]) => ({
  can: z.array(z.enum(actions)),
  cannot: z.partialRecord(z.enum(actions), z.string()),
})
