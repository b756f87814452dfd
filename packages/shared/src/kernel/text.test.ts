import { describe, expect, it } from 'vitest'
import { messageOf } from './messages.ts'
import { possiblyEmptyText, reason, text } from './text.ts'

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

describe('A reason', () => {
  const tooLittle = (value: string) => told(reason(2000), value).length > 0

  it.each(['.', '. '.repeat(40), '\u200b.'.repeat(40), '🙂'.repeat(40), 'Vu.', 'a\u200b'.repeat(19)])(
    'says something: %j does not',
    (value) => {
      expect(tooLittle(value)).toBe(true)
    },
  )

  it.each(['Reporté par la commission.', 'Позже, после выборов осенью'])('may be in any script: %j', (value) => {
    expect(tooLittle(value)).toBe(false)
  })

  it('may have to say more: a waiver does', () => {
    expect(told(reason(5000, 100), 'Reporté par la commission.')).toHaveLength(1)
  })

  it('says in words how much is missing, and of an empty field that it is required', () => {
    const words = (value: string) =>
      reason(2000)
        .safeParse(value)
        .error?.issues.map((issue) => messageOf(issue).en)
    expect(words('Vu.')).toEqual(['Say it in at least 20 letters or digits; spaces and punctuation do not count.'])
    expect(words('')).toEqual(['This field is required.'])
  })
})
