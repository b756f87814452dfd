import { describe, expect, it } from 'vitest'
import { possiblyEmptyText, text } from './text.ts'

const told = (schema: ReturnType<typeof text>, value: string) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []

describe('A text', () => {
  it.each(['\u200b', '\u2800', '\u3164', '\u00ad', '\u2060\u2060', '\ufe0f', '\u200d \u2800'])(
    'shows something: %j alone is none',
    (value) => {
      expect(told(text(20), value)).toEqual(['nothingToRead'])
      expect(told(possiblyEmptyText(20), value)).toEqual(['nothingToRead'])
    },
  )

  it.each(['é', '👩\u200d👧', '❤\ufe0f', 'a\u200bb', '…', '٣'])('may be %j', (value) => {
    expect(told(text(20), value)).toEqual([])
  })

  it('may be empty where it need not be given', () => {
    expect(told(possiblyEmptyText(20), '  ')).toEqual([])
  })
})
