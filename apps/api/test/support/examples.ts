import { completeContent } from './builders.ts'
import { missingId, type Specimens } from './specimens.ts'

const happenedOn = '2026-11-20'
const why = 'Un motif assez long pour être lu'
const cad = { amount: '10.00', currency: 'CAD' }
const authority = { name: 'CENI', type: 'emb' }
const recorded = { on: '2026-11-23', amount: cad }
const levels = { baseline: 1, target: 3 }
const objective = { ...levels, competence: 'Former', unit: 'Direction', verificationMethod: 'Séance observée' }
const days = { startsOn: '2026-11-23', dueOn: '2026-12-01' }
const columnLimit = { limit: 3, limitMode: 'warn' }
const request = {
  requestingAuthority: authority,
  transmittingAuthority: authority,
  beneficiary: authority,
  channel: 'dge',
  signedOn: '2026-10-02',
  receivedOn: '2026-10-30',
  object: 'Un appui',
  electoralEvent: { type: 'presidential', date: '2028-06-15' },
}
const organization = {
  acronym: 'CENI-Z',
  name: { fr: 'Commission', en: 'Commission' },
  type: 'emb',
  countryCode: 'MG',
  dueDiligence: 'cleared',
}

const electionDay = {
  pollingOn: '2027-04-12',
  certainty: 'probable',
  place: 'Taschereau',
  note: 'Siège vacant depuis une démission',
}
const election = { ...electionDay, kind: 'byElection' }
const staffMember = {
  name: 'Personne Essai',
  userId: null,
  function: 'Conseil',
  critical: true,
  profile: 'Informatique',
  skills: ['réseau'],
  languages: ['fr'],
  daysPerWeek: '4.5',
  availability: 60,
  leaves: [{ from: '2026-12-21', to: '2026-12-31' }],
}
const booking = {
  profile: 'Informatique',
  skills: ['réseau'],
  languages: ['fr'],
  from: '2026-12-01',
  to: '2026-12-09',
  days: '2.5',
  purpose: 'Mission',
}

/** A well-formed body for every endpoint that takes one; whether the state of the records allows it is another matter. */
export const examplesFor = ({ ids, organizationId, envelopeId, lineId }: Specimens): Record<string, object> => {
  const documentId = ids.documents
  const forPartner = { organizationId, documentId }
  const period = { from: '2026-12-01', to: '2026-12-09' }
  const line = { ...period, envelopeId, amount: cad, description: 'Billets', profile: 'Vol' }
  const allocation = { justification: why, neededOn: '2026-12-01', documentIds: [documentId], lines: [line] }
  const activity = {
    title: 'Atelier',
    type: 'workshop',
    description: 'Deux jours',
    labels: ['a'],
    assigneeIds: [],
    afterIds: [],
    milestone: true,
    partnerTitle: { fr: 'Atelier', en: 'Workshop' },
    priority: 'high',
    checklist: [{ text: 'Réserver', done: false }],
    estimate: '2.5',
  }
  const entry = { ...recorded, lineId, documentId }
  const term = { startsOn: '2026-11-23', endsOn: '2027-11-22', documentId }
  return {
    'POST /session': { email: 'x@test.example', password: 'x' },
    'POST /setup': { token: 'x', name: 'x', email: 'x@test.example', password: 'un mot de passe' },
    'POST /organizations': organization,
    'PATCH /organizations/:id': organization,
    'PATCH /documents/:id': { audience: 'organizations', organizationIds: [organizationId] },
    'POST /elections': election,
    'PATCH /elections/:id': { ...electionDay, withdrawn: true },
    'POST /elections/:id/recalls': { activityId: ids.activities, outcome: 'kept', reason: why },
    'POST /staff': staffMember,
    'PATCH /staff/:id': { ...staffMember, active: true },
    'POST /bookings': { ...booking, staffId: ids.staff, programId: ids.programs, activityId: ids.activities },
    'PATCH /bookings/:id': { ...booking, staffId: ids.staff },
    'POST /bookings/:id/decision': { outcome: 'refused', staffId: ids.staff, reason: why },
    'POST /bookings/:id/release': { reason: why },
    'POST /scenarios': { name: 'Printemps', pollingOn: '2027-04-05', note: why },
    'PATCH /programs/:id': {
      title: { fr: 'Titre', en: 'Title' },
      plannedMoney: cad,
      plannedDays: '12.5',
      actingAloneReason: why,
    },
    'POST /programs/:id/organizations': { organizationId, role: 'network' },
    'POST /programs/:id/agreements': {
      ...term,
      organizationId,
      kind: 'memorandum',
      title: 'Entente',
      signedOn: '2026-11-20',
    },
    'POST /programs/:id/contributions': {
      ...forPartner,
      description: 'Salles',
      inKind: true,
      amount: cad,
      state: 'signed',
    },
    'POST /requests': {
      ...request,
      title: { fr: 'Appui', en: 'Support' },
      countryCode: 'MG',
      scope: 'country',
      kind: 'program',
      letterDocumentId: null,
    },
    'PATCH /requests/:id': request,
    'POST /requests/:id/verification': { method: 'callback', note: why },
    'POST /programs/:id/analyses': {},
    'PATCH /analyses/:id': completeContent,
    'POST /analyses/:id/submission': {},
    'POST /analyses/:id/review': { outcome: 'returned', comment: why },
    'POST /programs/:id/terms-of-reference': { organizationId, title: 'Mandat', content: why },
    'POST /terms-of-reference/:id/agreement': { documentId, agreedOn: '2026-11-23' },
    'POST /programs/:id/transfer-objectives': objective,
    'PATCH /transfer-objectives/:id': objective,
    'POST /transfer-objectives/:id/verification': { level: 2, notReachedReason: why, documentId },
    'POST /programs/:id/lessons': { theme: 'Temps', observation: why, cause: why, recommendation: why },
    'POST /programs/:id/evaluation': { summary: why, rating: 3, documentId },
    'POST /programs/:id/consultations': { organizationId, question: 'Avis ?' },
    'POST /consultations/:id/opinion': { stance: 'favourable', opinion: why, documentId },
    'POST /programs/:id/objections': { ...forPartner, content: why },
    'POST /objections/:id/answer': { answer: why },
    'POST /programs/:id/decisions': {
      outcome: 'acceptWithConditions',
      reason: why,
      conditions: ['Une'],
      redirectedTo: 'OIF',
    },
    'POST /authorizations': { ...term, number: 'D-1', title: 'Décret', countryCodes: ['MG'] },
    'POST /authorizations/:id/confirmation': {},
    'POST /authorizations/:id/withdrawal': {
      on: '2026-11-23',
      reason: 'Le gouvernement a retiré son autorisation.',
      documentId,
    },
    'POST /programs/:id/waivers': {
      gateId: 'P6-G1',
      reason: 'm'.repeat(100),
      expiresOn: '2027-01-31',
      evidenceDocumentId: documentId,
    },
    'POST /waivers/:id/decision': { outcome: 'granted', reason: why },
    'POST /programs/:id/activities': { ...activity, ...days },
    'PATCH /activities/:id': { ...activity, ...days, blocked: { reason: why, expectedOn: null, asked: 'CENI' } },
    'POST /activities/:id/move': { columnId: ids['board-columns'], before: missingId },
    'POST /activities/:id/comments': { body: 'Prévu.', mentionIds: [] },
    'PATCH /activity-comments/:id': { body: 'Prévu.', mentionIds: [] },
    'POST /activities/:id/presence': { editing: true, leaving: false },
    'POST /programs/:id/activities/changes': {
      changes: [{ id: ids.activities, edit: { title: 'x' } }],
      preview: false,
    },
    'POST /programs/:id/board/limits': {
      personLimit: 3,
      personLimitMode: 'warn',
      laneAttribute: 'type',
      laneLimit: 3,
      laneLimitMode: 'warn',
    },
    'POST /programs/:id/board/column-order': { columnIds: [ids['board-columns']] },
    'POST /programs/:id/board/columns': { name: 'Colonne', ...columnLimit },
    'PATCH /board-columns/:id': { name: 'Colonne', ...columnLimit },
    'POST /envelopes': { fiscalYear: 2030, unit: 'CAD', profile: 'x', holder: 'x', ceiling: '10.00', reason: why },
    'POST /envelopes/:id/ceiling-changes': { ceiling: '900.00', effectiveOn: '2026-12-01', reason: why },
    'POST /year-end': { reason: why, carryOvers: [{ fromEnvelopeId: missingId, amount: '5.00' }] },
    'POST /envelopes/:id/transfers': { fromEnvelopeId: missingId, amount: '5.00', reason: why },
    'POST /ceiling-changes/:id/reversal': { reason: why },
    'POST /ledger/:id/reversal': { reason: why },
    'POST /step-rules': {
      rules: [
        {
          name: { fr: 'Règle', en: 'Rule' },
          unit: null,
          above: '0',
          isSerious: false,
          role: 'withinLimit',
          group: 1,
          quorum: 1,
        },
      ],
      reason: why,
    },
    'POST /step-rules/:id/decision': { outcome: 'refused', reason: why },
    'POST /exchange-rates': { currency: 'EUR', on: '2026-11-20', rate: '1.6234', source: 'Banque du Canada' },
    'POST /exchange-rates/:id/confirmation': {},
    'POST /delegations': {
      toId: missingId,
      startsOn: '2026-12-01',
      endsOn: '2026-12-09',
      units: ['CAD'],
      limitMoney: '10.00',
      limitDays: '2.5',
      reason: why,
    },
    'POST /delegations/:id/revocation': {},
    'POST /ceiling-changes/:id/decision': { outcome: 'refused', reason: why },
    'POST /allocations': { ...allocation, programId: ids.programs },
    'PATCH /allocations/:id': allocation,
    'POST /allocations/:id/submission': {},
    'POST /allocations/:id/withdrawal': {},
    'POST /allocations/:id/decisions': {
      stepId: missingId,
      outcome: 'approved',
      reason: why,
      lines: [{ lineId, amount: cad, reason: why }],
    },
    'POST /allocations/:id/commitments': entry,
    'POST /allocations/:id/expenses': { ...entry, reason: why },
    'POST /allocations/:id/releases': entry,
    'POST /programs/:id/transitions': { to: 'allocation', note: why },
    'POST /programs/:id/suspension': { cause: 'other', note: why },
    'POST /programs/:id/resumption': { note: why },
    'POST /programs/:id/shares': {
      kind: 'organization',
      organizationId,
      sections: ['overview'],
      expiresOn: '2027-06-30',
      password: 'motdepasse',
    },
    'POST /programs/:id/reopening': { to: 'analysis', reason: why },
    'POST /programs/:id/context-events': { kind: 'partnerWithdrew', source: 'Note', happenedOn, note: why },
    'POST /context-events/:id/clearing': { reason: why },
    'POST /views': { name: 'Vue', programId: ids.programs, query: 'country=MG', shared: true },
    'PATCH /views/:id': { name: 'Autre vue', query: 'country=TG', shared: true },
  }
}
