import { describe, expect, it } from 'vitest'
import { progressOf } from './rules.ts'

const today = '2026-11-23'
const card = { isDone: false, hasBegun: false, startsOn: null, dueOn: null }

describe('What partners are told of a card', () => {
  it.each([
    ['done, as the team says so, even after its day', { isDone: true, dueOn: '2026-11-01' }, 'done'],
    ['late, the day after it was due', { hasBegun: true, dueOn: '2026-11-22' }, 'late'],
    ['not yet late on the day it is due', { hasBegun: true, dueOn: today }, 'underWay'],
    ['under way, once the team has taken it up', { hasBegun: true }, 'underWay'],
    ['under way, from its first day', { startsOn: today, dueOn: '2026-12-01' }, 'underWay'],
    ['to come, before its first day', { startsOn: '2026-11-24' }, 'toCome'],
    ['to come, without a day', {}, 'toCome'],
  ])('is %s', (_, held, told) => {
    expect(progressOf({ ...card, ...held }, today)).toBe(told)
  })
})
