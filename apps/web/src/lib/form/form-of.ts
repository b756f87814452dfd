import { z } from 'zod'

/** An operation whose body a form fills. */
export type Fillable = { method: string; body: z.ZodObject }

type ValueOf<Wire> = [NonNullable<Wire>] extends [string]
  ? NonNullable<Wire> | (null extends Wire ? '' : undefined extends Wire ? '' : never)
  : [NonNullable<Wire>] extends [boolean]
    ? boolean
    : [NonNullable<Wire>] extends [number]
      ? number | (null extends Wire ? null : never)
      : [NonNullable<Wire>] extends [readonly (infer Item)[]]
        ? ValueOf<Item>[]
        : [NonNullable<Wire>] extends [object]
          ? { [Key in keyof NonNullable<Wire>]-?: ValueOf<NonNullable<Wire>[Key]> }
          : Wire

/** What a form holds of a body: a text that is absent is an empty one, a part that is absent is an empty part. */
export type ValuesOf<Operation extends Fillable> = {
  [Key in keyof z.output<Operation['body']>]-?: ValueOf<
    Operation['method'] extends 'PATCH'
      ? Exclude<z.output<Operation['body']>[Key], undefined>
      : z.output<Operation['body']>[Key]
  >
}

type Field = { inner: z.ZodType; isNullable: boolean; isOptional: boolean; preset?: unknown }

/** A field without what is wrapped around it, and what the wrappings say. */
const peeled = (schema: unknown): Field => {
  if (schema instanceof z.ZodOptional) return { ...peeled(schema.unwrap()), isOptional: true }
  if (schema instanceof z.ZodNullable) return { ...peeled(schema.unwrap()), isNullable: true }
  if (schema instanceof z.ZodDefault) return { ...peeled(schema.unwrap()), preset: schema.def.defaultValue }
  return { inner: schema as z.ZodType, isNullable: false, isOptional: false }
}

const isText = ({ inner }: Field) => inner.def.type === 'string' || inner instanceof z.ZodEnum
const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
const mapped = (shape: z.ZodObject['shape'], to: (schema: unknown, key: string) => unknown) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, to(schema, key)]))

const blankOf = (schema: unknown): unknown => {
  const { inner, isNullable, isOptional } = peeled(schema)
  if (inner instanceof z.ZodObject) return mapped(inner.shape, blankOf)
  if (inner instanceof z.ZodArray) return []
  if (inner instanceof z.ZodEnum) return isNullable || isOptional ? '' : inner.options[0]
  if (inner instanceof z.ZodLiteral) return inner.value
  if (inner instanceof z.ZodBoolean) return false
  if (inner instanceof z.ZodNumber) return isNullable ? null : 0
  return ''
}

/** The value a form holds for what the wire says; for what it does not say, a blank one. */
const valueOf = (schema: unknown, wire: unknown): unknown => {
  const { inner } = peeled(schema)
  if (wire === undefined || wire === null) return blankOf(schema)
  if (inner instanceof z.ZodArray) return (wire as unknown[]).map((item) => valueOf(inner.element, item))
  if (inner instanceof z.ZodObject)
    return mapped(inner.shape, (part, key) => valueOf(part, (wire as Record<string, unknown>)[key]))
  return wire
}

const isMust = (field: Field) =>
  isText(field) && !field.isNullable && !field.isOptional && !(field.inner instanceof z.ZodEnum)

/** A part of which nothing is written that it must have. */
const isBlankPart = (inner: z.ZodObject, value: unknown) => {
  const musts = Object.entries(inner.shape).filter(([, schema]) => isMust(peeled(schema)))
  return musts.length > 0 && musts.every(([key]) => isEmpty((value as Record<string, unknown>)[key]))
}

const absent = ({ isNullable }: Field) => (isNullable ? null : undefined)

/** What the wire says for the value a form holds: null, or nothing, where it is empty and may be. */
const wireOf = (schema: unknown, value: unknown): unknown => {
  const field = peeled(schema)
  const { inner, isNullable, isOptional } = field
  const mayLack = isNullable || isOptional
  if (inner instanceof z.ZodArray) return (value as unknown[]).map((item) => wireOf(inner.element, item))
  if (inner instanceof z.ZodObject) {
    if (mayLack && isBlankPart(inner, value)) return absent(field)
    const parts = mapped(inner.shape, (part, key) => wireOf(part, (value as Record<string, unknown>)[key]))
    return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  }
  if (mayLack && isEmpty(value)) return absent(field)
  return inner instanceof z.ZodNumber && typeof value === 'string' && value !== '' ? Number(value) : value
}

/** The field at a path; in a part that may be absent, nothing must be there. */
const fieldAt = (schema: unknown, path: readonly string[]): Field => {
  const field = peeled(schema)
  const [name, ...rest] = path
  if (name === undefined) return field
  const next = field.inner instanceof z.ZodArray ? field.inner.element : (field.inner as z.ZodObject).shape[name]
  const found = fieldAt(next, rest)
  return { ...found, isOptional: found.isOptional || field.isOptional || field.isNullable }
}

/** In a change, a field that may be left out stays as it is: what was emptied is said, and may be refused. */
const stays = ({ method }: Fillable, schema: unknown) =>
  method === 'PATCH' && schema instanceof z.ZodOptional ? schema.unwrap() : schema

/**
 * The form of an operation, from the schema of its body: its values when blank or of a record, the body they make, and
 * what must be filled in. A field of the body is a field of the form under the same path.
 */
export const formOf = <const Operation extends Fillable>(operation: Operation) => {
  const { shape } = operation.body
  const schemaOf = (key: string) => stays(operation, shape[key])
  return {
    blank: mapped(shape, (schema, key) => {
      const { preset } = peeled(schema)
      return valueOf(schemaOf(key), preset)
    }) as ValuesOf<Operation>,

    /** The values of a record; those that it does not have stay out. */
    valuesOf: (record: object) =>
      Object.fromEntries(
        Object.entries(record).flatMap(([key, wire]) => (key in shape ? [[key, valueOf(schemaOf(key), wire)]] : [])),
      ) as Partial<ValuesOf<Operation>>,

    bodyOf: (values: object) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([key]) => key in shape)
          .map(([key, value]) => [key, wireOf(schemaOf(key), value)])
          .filter(([, value]) => value !== undefined),
      ) as z.input<Operation['body']>,

    /** Whether a text must be written there. */
    isRequired: (path: string) => {
      const [key = '', ...rest] = path.split('.')
      const field = fieldAt(key in shape ? schemaOf(key) : z.string().optional(), rest)
      return isMust(field) && field.preset === undefined && !field.inner.safeParse('').success
    },
  }
}
