import { day, id } from '@entente/shared/kernel/fields'
import { bilingual, text } from '@entente/shared/kernel/text'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formOf } from './form-of.ts'

const fields = {
  title: text(20),
  kind: z.enum(['visit', 'course']),
  on: day.nullable(),
  name: bilingual(20),
  asked: z.strictObject({ of: text(20), until: day.nullable() }).nullable(),
  steps: z.array(z.strictObject({ text: text(20), done: z.boolean() })),
  most: z.int().nullable(),
}
const add = formOf({
  method: 'POST',
  body: z.strictObject({ ...fields, kind: fields.kind.default('course'), ownerId: id.optional() }),
})
const edit = formOf({ method: 'PATCH', body: z.strictObject(fields).partial() })

const blank = {
  title: '',
  kind: 'course',
  on: '',
  name: { fr: '', en: '' },
  asked: { of: '', until: '' },
  steps: [],
  most: null,
  ownerId: '',
}

describe('The form of an operation', () => {
  it('begins blank, with what the contract presets', () => {
    expect(add.blank).toEqual(blank)
  })

  it('says null, or nothing, for what is empty and may be', () => {
    expect(add.bodyOf({ ...blank, title: ' ', on: ' ' })).toEqual({
      title: ' ',
      kind: 'course',
      on: null,
      name: { fr: '', en: null },
      asked: null,
      steps: [],
      most: null,
    })
  })

  it('says in a change what was emptied, so that it can be refused', () => {
    expect(edit.bodyOf({ title: '', on: '', asked: { of: 'Awa', until: '' } })).toEqual({
      title: '',
      on: null,
      asked: { of: 'Awa', until: null },
    })
  })

  it('takes its values from a record, and from it only what the contract names', () => {
    const record = { id: '1', title: 'Visit', on: null, asked: null, steps: [{ text: 'Book', done: true, at: 'now' }] }
    expect(edit.valuesOf(record)).toEqual({
      title: 'Visit',
      on: '',
      asked: { of: '', until: '' },
      steps: [{ text: 'Book', done: true }],
    })
  })

  it('makes a number of what a list of choices hands over as text', () => {
    expect(edit.bodyOf({ most: '3' })).toEqual({ most: 3 })
  })

  it('marks the texts that must be written, none of a part that may be absent', () => {
    const paths = ['title', 'kind', 'on', 'name.fr', 'name.en', 'asked.of', 'steps.0.text', 'ownerId', 'most']
    expect(paths.filter(add.isRequired)).toEqual(['title', 'name.fr', 'steps.0.text'])
    expect(edit.isRequired('title')).toBe(true)
  })
})
