import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emptyContent } from '../analyses/rules.ts'
import type { AbsenceFacts } from '../calendar/gates.ts'
import type { DriftFacts } from '../decisions/drift-gates.ts'
import { type Gate, isFailed } from '../kernel/gate.ts'
import type { ApprovalFacts } from '../resources/approvals/gates.ts'
import type { AccessFacts } from '../shares/gates.ts'
import type { Facts as ProgramFacts } from './rules.ts'

type Facts = ProgramFacts & ApprovalFacts & DriftFacts & AbsenceFacts & AccessFacts

const content = {
  ...emptyContent,
  objectives: [{ statement: 'Former la relève', mandate: 'improvingProcesses' as const }],
  negativeImpact: 'Un processus contesté serait cautionné.',
  alternatives: [{ description: 'Appui à distance', assessment: 'Moins utile' }],
}
const approved = {
  id: 'a',
  number: 1,
  content,
  writerIds: ['ana'],
  reviewerId: 'ben',
  approvedAt: '2026-11-02T12:00:00Z',
  validUntil: '2027-05-02',
}
const absence = {
  staffId: 'ana',
  name: 'Ana',
  pollingOn: '2026-12-01',
  from: '2026-10-02',
  to: '2026-12-11',
  isFormer: false,
}

/** A program that every gate lets pass. */
const passing: Facts = {
  today: '2026-11-23',
  program: { id: 'p', path: 'standard', stage: 'allocation', countryCode: 'MG', actingAloneReason: null },
  request: {
    number: 1,
    state: 'valid',
    authorityType: 'emb',
    registeredById: 'ana',
    verifiedById: 'ben',
    letterDocumentId: 'd',
    receivedOn: '2026-10-09',
    eventOn: '2028-06-15',
  },
  approved,
  latest: { id: 'a', number: 1, state: 'approved', content },
  firstApprovedOn: '2026-11-02',
  acceptedAt: '2026-11-10T12:00:00Z',
  agreements: [{ title: 'Entente', signedOn: '2026-11-12', startsOn: '2026-11-12', endsOn: '2027-11-11' }],
  contextChangedAt: null,
  terms: [{ id: 't', title: 'Mandat', agreed: true }],
  objectives: [{ id: 'o', competence: 'Former', verifiedLevel: 3 }],
  lessons: 1,
  evaluationFiled: true,
  organizations: [
    { id: 'a', organizationId: 'host', name: 'CENI', role: 'host' },
    { id: 'b', organizationId: 'funder', name: 'OIF', role: 'funder' },
  ],
  consultations: [
    { organizationId: 'host', answeredAt: '2026-11-05T12:00:00Z', silenceOn: '2026-11-09' },
    { organizationId: 'funder', answeredAt: null, silenceOn: '2026-11-09' },
  ],
  openObjections: 0,
  decision: { id: 'c', accepts: true, decidedAt: '2026-11-10T12:00:00Z', decidedOn: '2026-11-10' },
  latestOutcome: 'accept',
  authorizations: [{ number: '485-1', endsOn: '2027-03-31' }],
  unconfirmed: [],
  fundedLines: 1,
  pendingAllocations: 0,
  openLines: 0,
  openMissions: 0,
  awaitedWaivers: 0,
  approval: { allocationId: 'x', approverTookPart: false, withinLimit: true, overCeiling: [], splitWith: 0 },
  drift: { href: '/', parts: [{ unit: 'CAD', forecast: '1000', planned: '1000' }] },
  away: { named: 1, critical: [], others: [], href: '/' },
  access: { organization: 'OIF', takesPart: true, hosts: false, isCleared: true, agreedUntil: '2027-11-11' },
}

const { request, approval, access } = passing
const agreement = { title: 'Entente', signedOn: '2026-11-12', startsOn: '2026-11-12', endsOn: '2027-11-11' }
const drifted = (forecast: string) => ({
  drift: { href: '/', parts: [{ unit: 'CAD' as const, forecast, planned: '1000' }] },
})

/** Per gate: what makes a passing program fail it; and, where no passing program is its case, what makes one pass. */
const examples: Record<string, { fails: Partial<Facts>; passes?: Partial<Facts> }> = {
  verifiedRequest: { fails: { request: { ...request, letterDocumentId: null } } },
  competentAuthority: { fails: { request: { ...request, authorityType: 'party' } } },
  verifiedByAnother: { fails: { request: { ...request, verifiedById: 'ana' } } },
  leadTime: { fails: { request: { ...request, eventOn: '2026-12-20' } } },
  analysisBeforeCommitment: { fails: { agreements: [{ ...agreement, signedOn: '2026-11-01' }] } },
  independentReview: { fails: { approved: { ...approved, writerIds: ['ana', 'ben'] } } },
  harmAndAlternatives: { fails: { approved: { ...approved, content: { ...content, negativeImpact: '' } } } },
  analysisInForce: { fails: { approved: { ...approved, validUntil: '2026-11-22' } } },
  hostAgreedTerms: { fails: { terms: [{ id: 't', title: 'Mandat', agreed: false }] } },
  transferObjective: { fails: { objectives: [] } },
  verifiedTransfer: { fails: { objectives: [{ id: 'o', competence: 'Former', verifiedLevel: null }] } },
  evaluationFiled: { fails: { evaluationFiled: false } },
  opinionsBeforeDecision: { fails: { consultations: [] } },
  objectionsAnswered: { fails: { openObjections: 1 } },
  declineRecorded: { fails: {}, passes: { latestOutcome: 'decline' } },
  redirectionRecorded: { fails: {}, passes: { latestOutcome: 'redirect' } },
  agreementInForce: { fails: { agreements: [{ ...agreement, endsOn: '2026-11-22' }] } },
  analysedSince: {
    passes: { contextChangedAt: '2026-11-01T12:00:00Z' },
    fails: { contextChangedAt: '2026-11-22T12:00:00Z' },
  },
  stillHolds: { fails: { request: { ...request, state: 'toReconfirm' } } },
  diligenceBeforeAccess: { fails: { access: { ...access, isCleared: false } } },
  notAlone: { fails: { organizations: passing.organizations.filter(({ role }) => role === 'host') } },
  governmentAuthorization: { fails: { authorizations: [] } },
  withinMandate: { fails: { approved: { ...approved, content: { ...content, objectives: [] } } } },
  fundedProgram: { fails: { fundedLines: 0 } },
  ledgerReconciled: { fails: { openLines: 1 } },
  nothingLeftOpen: { fails: { openMissions: 1 } },
  withinCeiling: { fails: { approval: { ...approval, overCeiling: [{ description: 'Vol', available: '0.00' }] } } },
  anotherApproverWithinLimit: { fails: { approval: { ...approval, approverTookPart: true } } },
  notSplit: { fails: { approval: { ...approval, splitWith: 2 } } },
  driftBackToDecision: { fails: drifted('1251') },
  driftRevised: { fails: drifted('1101') },
  criticalStayHome: { fails: { away: { named: 1, critical: [absence], others: [], href: '/' } } },
  othersByWaiver: { fails: { away: { named: 1, critical: [], others: [absence], href: '/' } } },
}

const isGate = (value: unknown): value is Gate<Facts, string> =>
  typeof value === 'object' && value !== null && 'evaluate' in value && 'ruleVersion' in value
const folder = fileURLToPath(new URL('..', import.meta.url))
const gatesIn = async (file: string) => {
  const exported: Record<string, unknown> = await import(join(folder, file))
  return Object.entries(exported).flatMap(([name, value]) => (isGate(value) ? [[name, value] as const] : []))
}
const gates = (await Promise.all(globSync('**/*gates.ts', { cwd: folder }).map(gatesIn))).flat()

describe('Every gate', () => {
  it('has an example that passes and one that fails', () => {
    expect(gates.map(([name]) => name).toSorted()).toEqual(Object.keys(examples).toSorted())
  })

  it.each(gates)('%s lets its passing example through, and names what the failing one lacks', (name, gate) => {
    const { fails, passes = {} } = examples[name] ?? { fails: {} }
    expect(gate.evaluate({ ...passing, ...passes }).state).toBe('passed')
    const failed = gate.evaluate({ ...passing, ...fails })
    expect(failed.state).toBe('failed')
    expect(isFailed(failed) && failed.missing.every(({ href }) => href.startsWith('/'))).toBe(true)
  })

  it.each(gates)('%s says what it asks in both languages', (_, { asks }) => {
    expect([asks.fr, asks.en].every((text) => text.length > 10)).toBe(true)
  })
})
