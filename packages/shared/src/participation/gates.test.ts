import { describe, expect, it } from 'vitest'
import { opinionsBeforeDecision } from './gates.ts'

const decidedAt = '2026-11-23T15:00:00.000Z'
const facts = (consultation: { answeredAt: string | null; silenceOn: string } | null) => ({
  today: '2026-12-10',
  program: {
    id: 'p',
    path: 'standard' as const,
    stage: 'decision' as const,
    countryCode: 'MG',
    actingAloneReason: null,
  },
  organizations: [{ id: 'a', organizationId: 'ceni', name: 'CENI', role: 'host' as const }],
  consultations: consultation === null ? [] : [{ organizationId: 'ceni', ...consultation }],
  openObjections: 0,
  decision: { id: 'b', accepts: true, decidedAt, decidedOn: '2026-11-23' },
})

describe('The opinion of the host before a decision', () => {
  it.each([
    ['is there when it came before', { answeredAt: '2026-11-23T14:59:00.000Z', silenceOn: '2026-11-27' }, 'passed'],
    ['is missing when it came after', { answeredAt: '2026-11-23T15:01:00.000Z', silenceOn: '2026-11-27' }, 'failed'],
    ['is replaced by a silence of five working days', { answeredAt: null, silenceOn: '2026-11-23' }, 'passed'],
    ['is missing while a silence is too short', { answeredAt: null, silenceOn: '2026-11-24' }, 'failed'],
    [
      'may come late without undoing the silence',
      { answeredAt: '2026-12-01T00:00:00.000Z', silenceOn: '2026-11-20' },
      'passed',
    ],
    ['is missing when nobody asked', null, 'failed'],
  ])('%s', (_, consultation, state) => {
    expect(opinionsBeforeDecision.evaluate(facts(consultation)).state).toBe(state)
  })
})
