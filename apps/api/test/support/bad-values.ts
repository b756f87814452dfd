export const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)
/** Values of another type than the one at a place, among them what a database layer might read as an operator. */
const swaps: Record<string, unknown[]> = {
  string: [1, true, ['x'], { equals: 'x' }, { not: null }],
  number: ['1', true, [1], { gt: 0 }, 1.5, 1e300],
  boolean: ['true', 1, [], { not: false }],
  array: ['x', 1, { length: 0 }, { set: [] }],
  object: ['x', 1, true, ['x']],
  null: [1, true, ['x']],
}
export const swapsFor = (value: unknown) => swaps[kindOf(value)] ?? []

/** A text that no encoding can carry. */
export const unencodable = 'un mot de passe \ud800'
/** Characters that no text may hold. */
export const hostile = ['a\u0000b', '\u202etxt.exe', unencodable, '\u2066x', 'x\u001bx']

/** Days there are none of, and days from which reckoning on would leave the calendar (1900 to 2199). */
export const noDays = ['2026-02-30', '2026-13-01', '1899-12-31', '2200-01-01', '+12026-01-01', '0000-01-01']
export const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
