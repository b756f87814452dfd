import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { granted } from './builders.ts'
import { resourcesIn } from './resources.ts'
import type { Known } from './client.ts'
import type { World } from './world.ts'

/** One record of every kind, all of one program, and the people of the partner that may see it. */
export type Specimens = Awaited<ReturnType<typeof specimensIn>>

const waiverReason =
  'Le scrutin a été avancé par la cour après la réception de la demande ; attendre priverait l’hôte de tout appui utile avant le scrutin.'

/** Makes one record of every kind, all in one program that is shared with one partner. */
export const specimensIn = async (world: World, acronym: string) => {
  const coordinator = await world.as('coordinator')
  const program = await world.aProvenProgram('design')
  const { host: partner } = program
  const at = (path: string) => `/programs/${program.id}${path}`
  const make = (path: string, body: object) => granted(coordinator.post<Known>(path, body))

  const analysis = await world.aDraftAnalysis(program.id)
  const objective = await make(at('/transfer-objectives'), {
    competence: 'Former',
    unit: 'Direction',
    baseline: 1,
    target: 3,
    verificationMethod: 'Séance observée',
  })
  const organizationId = partner.organizationId ?? ''
  const consultation = await make(at('/consultations'), { organizationId, question: 'Quel est votre avis ?' })
  const shared = await make(at('/shares'), { kind: 'organization', organizationId, sections, expiresOn: '2027-06-30' })
  const link = await linkTo(world, program.id)
  const terms = await make(at('/terms-of-reference'), { organizationId, title: 'Mandat', content: 'L’hôte décide.' })
  const event = await make(at('/context-events'), {
    kind: 'networkLeft',
    source: 'Note de l’ambassade',
    happenedOn: '2026-11-20',
    note: 'Le pays quitte le réseau.',
  })
  const waiver = await make(at('/waivers'), {
    gateId: 'P6-G1',
    reason: waiverReason,
    expiresOn: '2027-01-31',
    evidenceDocumentId: await world.aDocument(),
  })
  const board = await granted(coordinator.post<Known & { columnId: string }>(at('/activities'), activity))
  const comment = await granted(coordinator.post<Known>(`/activities/${board.id}/comments`, { body: 'Prévu.' }))
  const money = await moneyOf(world, program.id, acronym)
  const view = await make('/views', { name: 'Ma vue', programId: program.id, query: 'q=x', shared: true })
  const people = await peopleOf(world, program.id)
  const documentId = await filedIn(world, program.id, organizationId)
  const objection = await granted(
    partner.post<Known>(at('/objections'), { content: 'Trop tôt pour former avant le scrutin.' }),
  )
  return {
    program,
    partner,
    organizationId,
    link,
    ids: {
      'programs': program.id,
      'requests': program.requestId,
      'analyses': analysis.id,
      'transfer-objectives': objective.id,
      'consultations': consultation.id,
      'objections': objection.id,
      'shares': shared.id,
      'terms-of-reference': terms.id,
      'context-events': event.id,
      'waivers': waiver.id,
      'activities': board.id,
      'board-columns': board.columnId,
      'activity-comments': comment.id,
      'allocations': money.allocationId,
      'envelopes': money.envelopeId,
      'ceiling-changes': money.changeId,
      'ledger': money.entryId,
      'exchange-rates': money.rateId,
      'step-rules': await rulesIn(world),
      'delegations': money.delegationId,
      'authorizations': await authorizationIn(world, acronym),
      'documents': documentId,
      'organizations': organizationId,
      'views': view.id,
      ...people,
    } as Record<string, string>,
    ...money,
  }
}

const sections = ['overview', 'milestones', 'activities', 'documents', 'results', 'contributions']
const activity = { title: 'Mission de cadrage', type: 'mission' }

/** The token of a link to everything a link may show. */
const linkTo = async (world: World, programId: string) => {
  const coordinator = await world.as('coordinator')
  const body = { kind: 'link', sections, expiresOn: '2027-06-30' }
  const { url } = await granted(coordinator.post<{ url: string }>(`/programs/${programId}/shares`, body))
  return url.split('/').at(-1) ?? ''
}

const moneyOf = async (world: World, programId: string, acronym: string) => {
  const { envelope, line, draft, submitted, decide, recorded } = resourcesIn(world)
  const { id: envelopeId } = await envelope('1000.00', { profile: `pour ${acronym}` })
  const allocation = await draft([line({ id: envelopeId }, '10.00')], programId)
  const change = await granted(
    (await world.as('manager')).post<Known>(`/envelopes/${envelopeId}/ceiling-changes`, {
      ceiling: '1200.00',
      effectiveOn: '2026-12-01',
      reason: 'Une mission de plus au printemps',
    }),
  )
  const { id: spare } = await envelope('50.00', { profile: `général, ${acronym}` })
  const approved = await granted(decide(await world.as('executive'), await submitted([line({ id: spare }, '5.00')])))
  const entry = await world.db.ledgerEntry.findFirstOrThrow({ where: { allocationId: approved.id } })
  const rate = await granted(recorded(await world.as('admin'), 'BIF', '0.0005'))
  return {
    rateId: rate.id,
    envelopeId,
    allocationId: allocation.id,
    lineId: allocation.lines[0]?.id ?? '',
    changeId: change.id,
    entryId: entry.id,
    delegationId: await lentIn(world, acronym),
  }
}

/** An authorization that one person recorded and nobody confirmed. */
const authorizationIn = async (world: World, acronym: string) => {
  const executive = await world.as('executive')
  const documentId = await world.aDocument(executive, { kind: 'authorization' })
  const body = { number: `A-${acronym}`, title: 'Décret', startsOn: '2026-04-01', endsOn: '2027-03-31', documentId }
  return (await granted(executive.post<Known>('/authorizations', body))).id
}

/** Rules that one person proposed and nobody confirmed: only one proposal stands at a time. */
const rulesIn = async (world: World) => {
  const standing = await world.db.stepRuleSet.findFirst({ where: { state: 'proposed' } })
  if (standing !== null) return standing.id
  const name = { fr: 'Décision dans la limite', en: null }
  const rule = { name, unit: null, above: '0', isSerious: false, role: 'withinLimit', group: 1, quorum: 1 }
  const body = { rules: [rule], reason: 'Premières règles de signature adoptées' }
  return (await granted((await world.as('admin')).post<Known>('/step-rules', body))).id
}

/** Someone who can be put to work, a booking, an election, and a rehearsal that was kept. */
const peopleOf = async (world: World, programId: string) => {
  const [coordinator, manager, admin] = [
    await world.as('coordinator'),
    await world.as('manager'),
    await world.as('admin'),
  ]
  const person = { name: 'Personne Prêtée', function: 'Conseil', profile: 'Formation' }
  const { id: staffId } = await granted(manager.post<Known>('/staff', person))
  const period = { from: '2026-12-01', to: '2026-12-09', days: '2', purpose: 'Mission' }
  const booking = await granted(coordinator.post<Known>('/bookings', { ...period, staffId, programId }))
  const place = `Circonscription ${programId}`
  const day = { kind: 'byElection', pollingOn: '2027-04-12', certainty: 'probable', place }
  const election = await granted(admin.post<Known>('/elections', day))
  const scenario = await granted(coordinator.post<Known>('/scenarios', { name: programId, pollingOn: '2027-04-05' }))
  return { staff: staffId, bookings: booking.id, elections: election.id, scenarios: scenario.id }
}

/** A delegation between two people of its own: nobody else's power depends on it. */
const lentIn = async (world: World, acronym: string) => {
  const giver = await world.someone(`absente ${acronym}`, ['manager'])
  const { id: toId } = await world.someone(`présente ${acronym}`, ['manager'])
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-09' }
  const { id } = await granted(
    giver.post<Known>('/delegations', { toId, ...days, units: ['CAD'], reason: 'Congé annuel de deux semaines' }),
  )
  return id
}

/** A document of the program that partners may open: the agreement. */
const filedIn = async (world: World, programId: string, organizationId: string) => {
  const coordinator = await world.as('coordinator')
  const documentId = await world.aDocument(coordinator, { kind: 'agreement', classification: 'partner' })
  const body = { organizationId, kind: 'memorandum', title: 'Protocole', documentId, ...term }
  await granted(coordinator.post(`/programs/${programId}/agreements`, body))
  return documentId
}
const term = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn: '2027-11-22' }

/** The address of an endpoint for one record of the kind its path begins with. */
export const addressOf = ({ path }: Pick<Endpoint, 'path'>, ids: Record<string, string>, fallback = '') =>
  path.replace(':id', ids[path.split('/')[1] ?? ''] ?? fallback).replace(':token', 'no-such-link')

export const missingId = '019aabbb-0000-7000-8000-000000000000'
