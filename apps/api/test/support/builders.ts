import { randomUUID } from 'node:crypto'
import type { Analysis, AnalysisContent } from '@entente/shared/analyses/contract'
import type { Organization } from '@entente/shared/organizations/contract'
import type { PartnerRole } from '@entente/shared/partnerships/contract'
import { type End, paths, type Stage } from '@entente/shared/programs/workflow'
import type { Request } from '@entente/shared/requests/contract'
import type { Section } from '@entente/shared/shares/contract'
import type { Database } from '../../src/platform/database/client.ts'
import type { Reply } from './client.ts'
import type { Person, Persona, UploadFields } from './client.ts'

/** The body of an answer that must have been given. */
export const granted = async <T>(reply: Promise<Reply<T>>): Promise<T> => {
  const { status, body } = await reply
  if (status >= 300) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** An analysis with every part written. */
export const completeContent: AnalysisContent = {
  objectives: [{ statement: 'Former les équipes de dépouillement', mandate: 'organizingElections' }],
  context: 'Scrutin présidentiel dans dix-neuf mois.',
  positiveImpact: 'Des résultats publiés plus tôt.',
  negativeImpact: 'Une dépendance envers nos outils.',
  alternatives: [{ description: 'Appui à distance', assessment: 'Moins cher, moins sûr.' }],
  risks: [
    {
      description: 'Report du scrutin',
      likelihood: 3,
      impact: 4,
      treatment: 'Étapes séparables',
      owner: 'Coordination',
    },
  ],
  conditions: [],
  recommendation: 'go',
  recommendationReason: 'La demande est claire et réalisable.',
}

const anObjective = {
  competence: 'Former',
  unit: 'Formation',
  baseline: 1,
  target: 3,
  verificationMethod: 'Séance observée',
}

/** Small records made over HTTP, by the people whose work it is, with sane defaults. */
export abstract class Builders {
  abstract as(persona: Persona): Promise<Person>
  abstract aPartner(organizationId: string, name?: string): Promise<Person>
  abstract planned(programId: string, plan?: { plannedMoney: string; plannedDays: string }): Promise<void>
  abstract inStage(programId: string, to: Stage): Promise<void>
  abstract get db(): Database

  /** A stored file; gives its id. */
  async aDocument(by?: Person, fields: UploadFields = {}) {
    const { id } = await granted((by ?? (await this.as('coordinator'))).upload(fields))
    return id
  }

  async aRequest(fields: object = {}, by: Persona = 'coordinator') {
    const registrar = await this.as(by)
    return granted(
      registrar.post<Request>('/requests', {
        title: { fr: 'Appui au dépouillement', en: null },
        countryCode: 'MG',
        kind: 'program',
        requestingAuthority: { name: 'CENI', type: 'emb' },
        channel: 'dge',
        signedOn: '2026-10-02',
        receivedOn: '2026-10-30',
        object: 'Un appui à la formation des équipes de dépouillement.',
        electoralEvent: { type: 'presidential', date: '2028-06-15' },
        ...fields,
      }),
    )
  }

  /** A program whose request has its letter and was verified by another; at the stage `received`, or put in another. */
  async aVerifiedProgram(at: Stage = 'received', fields: object = {}) {
    const letterDocumentId = await this.aDocument(undefined, { kind: 'letter' })
    const request = await this.aRequest({ letterDocumentId, ...fields })
    const second = await this.as('analyst2')
    const invitationDocumentId = request.kind === 'invitation' ? await this.aDocument(second, { kind: 'letter' }) : null
    const note = 'Confirmé par un appel au secrétariat.'
    const verification = { method: 'callback', note, confirmsDelay: request.late, invitationDocumentId }
    await granted(second.post(`/requests/${request.id}/verification`, verification))
    if (request.kind === 'program') await this.planned(request.programId)
    else await this.planned(request.programId, { plannedMoney: '20000.00', plannedDays: '50' })
    if (at !== 'received') await this.inStage(request.programId, at)
    return { id: request.programId, reference: request.program.reference, requestId: request.id }
  }

  /**
   * A program abroad that holds every proof the policy asks up to a stage (at most `allocation`), made by the people
   * whose work it is and moved there stage by stage; `host` is an account of its host, `members` all who take part.
   */
  async aProvenProgram(at: Exclude<Stage, End> = 'allocation', fields: object = {}) {
    const program = await this.aVerifiedProgram('received', fields)
    const [coordinator, analyst, executive] = [
      await this.as('coordinator'),
      await this.as('analyst'),
      await this.as('executive'),
    ]
    const path = `/programs/${program.id}`
    const move = (to: Stage) => granted(coordinator.post(`${path}/transitions`, { to }))
    const way: readonly Stage[] = paths.standard
    const reaches = (stage: Stage) => way.indexOf(at) >= way.indexOf(stage)
    const acronym = `HOTE-${program.reference}`
    if (reaches('admissibility')) await move('admissibility')
    if (reaches('analysis')) await move('analysis')
    const host = await this.aPartnerOf(program.id, 'host', acronym)
    if (!reaches('decision')) return { ...program, host, members: [host.organizationId ?? ''] }
    await this.anApprovedAnalysis(program.id)
    await move('decision')
    const question = { organizationId: host.organizationId, question: 'Votre avis ?' }
    const consultation = await granted(coordinator.post(`${path}/consultations`, question))
    await granted(
      host.post(`/consultations/${consultation.id}/opinion`, {
        stance: 'favourable',
        opinion: 'Favorable au plan et au calendrier.',
      }),
    )
    await granted(analyst.post(`${path}/transfer-objectives`, anObjective))
    await this.anAuthorization()
    if (!reaches('design')) return { ...program, host, members: [host.organizationId ?? ''] }
    await granted(
      executive.post(`${path}/decisions`, { outcome: 'accept', reason: 'Utile, possible et dans le mandat.' }),
    )
    await move('design')
    if (!reaches('allocation')) return { ...program, host, members: [host.organizationId ?? ''] }
    const network = await this.aMember(program.id, 'network', `RESEAU-${program.reference}`)
    const terms = { organizationId: host.organizationId, title: 'Mission', content: 'L’hôte décide.' }
    const { id: termsId } = await granted(coordinator.post(`${path}/terms-of-reference`, terms))
    await granted(host.post(`/terms-of-reference/${termsId}/agreement`))
    await move('allocation')
    return { ...program, host, members: [host.organizationId ?? '', network.id] }
  }

  /** The Government’s authorization for every country, on file once in a world. */
  anAuthorization() {
    this.authorization ??= this.authorize()
    return this.authorization
  }
  private authorization: Promise<unknown> | undefined
  private async authorize() {
    const executive = await this.as('executive')
    const documentId = await this.aDocument(executive, { kind: 'authorization' })
    const body = { number: `D-${documentId}`, title: 'Autorisation', startsOn: '2026-04-01', endsOn: '2027-03-31' }
    const { id } = await granted(executive.post('/authorizations', { ...body, documentId }))
    return granted((await this.as('coordinator')).post(`/authorizations/${id}/confirmation`))
  }

  async anOrganization(acronym: string, fields: object = {}) {
    const coordinator = await this.as('coordinator')
    const about = { acronym, name: { fr: `Organisation ${acronym}`, en: null }, type: 'emb' }
    const body = { ...about, dueDiligence: 'cleared', ...fields }
    return granted(coordinator.post<Organization>('/organizations', body))
  }

  /** An organization with a role in the program. */
  async aMember(programId: string, role: PartnerRole, acronym: string) {
    const organization = await this.anOrganization(acronym)
    const coordinator = await this.as('coordinator')
    await granted(coordinator.post(`/programs/${programId}/organizations`, { organizationId: organization.id, role }))
    return organization
  }

  async aShare(programId: string, organizationId: string, sections: Section[] = ['overview']) {
    const coordinator = await this.as('coordinator')
    const hosts = await this.db.programOrganization.count({ where: { programId, organizationId, role: 'host' } })
    if (hosts === 0) await this.anAgreementWith(programId, organizationId)
    const body = { kind: 'organization', organizationId, sections, expiresOn: '2027-06-30' }
    return granted(coordinator.post(`/programs/${programId}/shares`, body))
  }

  /** An agreement in force, as one stands that was signed elsewhere. */
  async anAgreementWith(programId: string, organizationId: string) {
    const coordinator = await this.as('coordinator')
    const documentId = await this.aDocument(coordinator, { kind: 'agreement' })
    const term = { signedOn: new Date('2026-11-23'), startsOn: new Date('2026-11-23'), endsOn: new Date('2029-11-22') }
    const recorded = { recordedById: coordinator.id, recordedAt: new Date('2026-11-23T15:00:00Z') }
    const data = { id: randomUUID(), programId, organizationId, kind: 'memorandum' as const, title: 'Entente-cadre' }
    await this.db.agreement.create({ data: { ...data, ...term, ...recorded, documentId } })
  }

  /** An account of an organization that takes part in the program and sees it. */
  async aPartnerOf(programId: string, role: PartnerRole, acronym: string) {
    const { id } = await this.aMember(programId, role, acronym)
    await this.aShare(programId, id)
    return this.aPartner(id)
  }

  /** Written by the analyst. */
  async aDraftAnalysis(programId: string, content: Partial<AnalysisContent> = {}) {
    const writer = await this.as('analyst')
    const { id, version } = await granted(writer.post<Analysis>(`/programs/${programId}/analyses`))
    return granted(writer.patch<Analysis>(`/analyses/${id}`, { ...completeContent, ...content }, version))
  }

  async aSubmittedAnalysis(programId: string, content: Partial<AnalysisContent> = {}) {
    const { id } = await this.aDraftAnalysis(programId, content)
    return granted((await this.as('analyst')).post<Analysis>(`/analyses/${id}/submission`))
  }

  /** Written by the analyst, approved by the second analyst. */
  async anApprovedAnalysis(programId: string, content: Partial<AnalysisContent> = {}) {
    const { id } = await this.aSubmittedAnalysis(programId, content)
    const reviewer = await this.as('analyst2')
    return granted(reviewer.post<Analysis>(`/analyses/${id}/review`, { outcome: 'approved' }))
  }
}

/** An expense shows its receipt, or says why there is none. */
export const withoutReceipt = (verb: string) => (verb === 'expenses' ? { reason: 'Pièce au dossier comptable.' } : {})
