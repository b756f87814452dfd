import { z } from 'zod'
import { ProblemError } from '../rules/problems.ts'

/** A cursor hides the place in a list: the sort key of the last row given. */
export const encodeCursor = (place: string | number) => Buffer.from(String(place)).toString('base64url')

/** The place a cursor names; a cursor that is none of ours is a 400. */
export const decodeCursor = <S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | null => {
  if (cursor === undefined) return null
  const result = schema.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!result.success)
    throw new ProblemError('malformed', { detail: { fr: 'Curseur inconnu.', en: 'Unknown cursor.' } })
  return result.data
}

/** The place in a list that is numbered: digits, and no more than a number holds exactly. */
export const numberedPlace = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

export const defaultLimit = 50

/** Cuts one row more than asked into a page; `placeOf` names the last row kept. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => string | number,
  present: (row: Row) => Item,
) => {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null,
  }
}
