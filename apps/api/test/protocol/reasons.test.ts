import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '@entente/shared/contracts'

type Field = { path: string; schema: z.ZodType }

/** Every field of a body, however deep, by its path. */
const fieldsOf = (schema: unknown, path: string): Field[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return fieldsOf(schema.unwrap(), path)
  }
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, path)
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => fieldsOf(inner, `${path}.${key}`))
  }
  return schema instanceof z.ZodString ? [{ path, schema }] : []
}

const written = endpoints
  .filter(({ method }) => method !== 'GET')
  .flatMap(({ method, path, body }) => fieldsOf(body, `${method} ${path}`))

// The names under which a body says why, answers, or draws a lesson.
const tellsWhy = /\.(?:\w*reason|justification|answer|opinion|observation|cause)$/i
// A draft may be empty: its completeness says whether its reasons do.
const mayBeEmpty = ({ schema }: Field) => schema.safeParse('').success

describe('A field that says why', () => {
  const reasons = written.filter((field) => tellsWhy.test(field.path) && !mayBeEmpty(field))

  it('is found in the contracts', () => {
    expect(reasons.length).toBeGreaterThan(25)
  })

  it.each(reasons)('takes no text of nothing to read: $path', ({ schema }) => {
    const answers = ['.', '. - . - . - . - . - . - . - . - . - . - . - .', 'ok'].map((said) => schema.safeParse(said))
    expect(answers.map(({ success }) => success)).toEqual([false, false, false])
  })
})
