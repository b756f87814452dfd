import type { AnswerOf, Endpoint } from '@entente/shared/kernel/endpoint'
import { z } from 'zod'

/** What a test says of an answer; the schema makes up the rest. Of a list, how many entries and what of each. */
export type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { [Name in keyof T]?: Given<T[Name]> | undefined }
    : T

type Schema = z.core.$ZodType
/** What is made: by which schema, where in the answer, and what the test says of it. */
type Wish = { schema: Schema; path: string; given: unknown; nextId: () => string }

const decimals = new Set(
  `amount days spent asked reserved committed rate ceiling resource total remaining plannedDays held daysPerWeek
   available approved value revisedAbove planned over limitMoney limitDays limit left forecast estimate delta
   decidedAbove bookedDays above`.split(/\s+/),
)
const words: Record<string, string> = {
  currency: 'CAD',
  countryCode: 'SN',
  href: '/programs',
  language: 'fr',
  countryCodes: 'SN',
}
const formats = ['12.5', '12', '2026', 'CAD', 'SN', 'fr', 'awa@example.org']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text says where it stands, so that no two in an answer are alike; one of a form has that form. */
const textFor = ({ schema, path }: Wish) => {
  const name =
    path
      .replace(/\.\d+$/, '')
      .split('.')
      .at(-1) ?? ''
  const likely = [words[name], decimals.has(name) ? '12.5' : undefined, path, ...formats]
  return likely.find((text) => text !== undefined && z.safeParse(schema, text).success)
}

const scalarFor = (wish: Wish): unknown => {
  const { schema } = wish
  if (schema instanceof z.ZodUUID) return wish.nextId()
  if (schema instanceof z.ZodISODate) return '2026-09-15'
  if (schema instanceof z.ZodISODateTime) return '2026-09-01T14:00:00.000Z'
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodBoolean) return false
  if (schema instanceof z.ZodNumber) return Math.min(Math.max(3, schema.minValue ?? 3), schema.maxValue ?? 3)
  if (schema instanceof z.ZodRecord) return {}
  return textFor(wish)
}

/** The first of a union that has all the test says. */
const choiceFor = (options: readonly Schema[], given: unknown) =>
  options.find(
    (option) =>
      !isRecord(given) || (option instanceof z.ZodObject && Object.keys(given).every((name) => name in option.shape)),
  ) ?? options[0]

const fieldsFor = (shape: Record<string, Schema>, { path, given, nextId }: Wish) => {
  const said = isRecord(given) ? given : {}
  const isLeftOut = (name: string) => name in said && said[name] === undefined
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !isLeftOut(name))
      .map(([name, schema]) => [
        name,
        make({ schema, path: path === '' ? name : `${path}.${name}`, given: said[name], nextId }),
      ]),
  )
}

const itemsFor = (element: Schema, wish: Wish) => {
  const items: readonly unknown[] = Array.isArray(wish.given) ? wish.given : [undefined]
  return items.map((given, at) => make({ ...wish, schema: element, path: `${wish.path}.${at}`, given }))
}

const partsFor = (wish: Wish): unknown => {
  const { schema, given } = wish
  if (schema instanceof z.ZodObject) return fieldsFor(schema.shape, wish)
  if (schema instanceof z.ZodArray) return itemsFor(schema.element, wish)
  if (!(schema instanceof z.ZodUnion)) return given ?? scalarFor(wish)
  const choice = choiceFor(schema.options, given)
  return choice && make({ ...wish, schema: choice })
}

const make = (wish: Wish): unknown => {
  const { schema, path, given } = wish
  if (given === null || (given !== undefined && typeof given !== 'object')) return given
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return path.endsWith('nextCursor') ? null : make({ ...wish, schema: schema.unwrap() })
  return partsFor(wish)
}

/**
 * A valid answer of an operation, the same every time: what the test says, and for the rest one entry in every list,
 * the first of every choice, a value wherever there may be none. What breaks the contract fails the test.
 */
export const answerOf = <const E extends Endpoint>(
  { method, path, response }: E,
  given?: Given<AnswerOf<E>>,
): unknown => {
  if (response === undefined) return undefined
  let made = 0
  const nextId = () => `01990000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`
  const parsed = z.safeParse(response, make({ schema: response, path: '', given, nextId }))
  if (parsed.success) return parsed.data
  throw new Error(`This is no answer of ${method} ${path}: ${z.prettifyError(parsed.error)}`)
}
