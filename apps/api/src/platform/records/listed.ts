import type { z } from 'zod'

type Listed<Shape extends z.ZodRawShape, Row> = {
  [Name in keyof Shape & keyof Row as Row[Name] extends z.input<Shape[Name]> ? Name : never]: Row[Name]
}

/**
 * Of a row, the columns that a contract lists under their own name and in the form they are kept in. What the contract
 * lists and this does not give, the presenter says itself: until it does, it does not compile.
 */
export const listed = <Shape extends z.ZodRawShape, Row extends object>(contract: z.ZodObject<Shape>, row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name in contract.shape)) as Listed<Shape, Row>
