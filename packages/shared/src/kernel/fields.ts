import { z } from 'zod'

/** Ids are UUIDv7: unique without coordination and in order of creation. */
export const id = z.uuid()
export const byId = z.strictObject({ id })

/** A calendar day, `YYYY-MM-DD`, with no time zone. */
export const day = z.iso.date()
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime()

export const version = z.int().positive()

/** A person as others see them: never more than id and name. */
export const person = z.object({ id, name: z.string() })
export type Person = z.infer<typeof person>
