import type { Dossier } from '../portfolio/dossier.ts'
import { canary } from './canary.ts'
import { coordinatorOf, programOf } from './opening.ts'
import { organizations, type OrganizationKey } from '../people/organizations.ts'
import type { PersonaName } from '../people/personas.ts'
import { file, get, post, type Stage } from './world.ts'

/** The acts of hosts and partners: by their own accounts where they have one, else recorded with a document. */
const accounts: Partial<Record<OrganizationKey, PersonaName>> = {
  'OIF': 'partenaireOif',
  'CENI-MG': 'partenaireCeniMg',
}

const idOf = (stage: Stage, key: OrganizationKey) => stage.organizations.get(key) ?? ''
const hasAccount = (dossier: Dossier, key: OrganizationKey) =>
  accounts[key] !== undefined && (dossier.shares ?? []).some((share) => share.organization === key)

export const gather = async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const path = `/programs/${programOf(stage, dossier)}`
  const host = dossier.host === undefined ? [] : [{ organization: dossier.host, role: 'host' }]
  for (const { organization, role } of [...host, ...(dossier.partners ?? [])]) {
    await post(stage, who, `${path}/organizations`, { organizationId: idOf(stage, organization), role })
  }
  for (const { organization, amount, description, state } of dossier.contributions ?? []) {
    const title = `Contribution ${organizations[organization][4]} ${dossier.reference}`
    const documentId =
      state === 'promised' ? null : await file(stage, who, { kind: 'agreement', title, classification: 'partner' })
    const body = {
      organizationId: idOf(stage, organization),
      description,
      amount: { amount, currency: 'CAD' },
      state,
      documentId,
    }
    await post(stage, who, `${path}/contributions`, body)
  }
}

export const share = (grant: NonNullable<Dossier['shares']>[number]) => async (stage: Stage, dossier: Dossier) => {
  await post(stage, coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/shares`, {
    kind: 'organization',
    organizationId: idOf(stage, grant.organization),
    sections: ['overview', 'milestones', 'activities', 'documents', 'results', 'contributions'],
    expiresOn: grant.until,
  })
}

const asked = (dossier: Dossier): OrganizationKey[] => [
  ...(dossier.host === undefined ? [] : [dossier.host]),
  ...(dossier.partners ?? []).filter((partner) => partner.role === 'funder').map((partner) => partner.organization),
]

export const consult = async (stage: Stage, dossier: Dossier) => {
  for (const key of asked(dossier)) {
    const body = {
      organizationId: idOf(stage, key),
      question: 'Que pensez-vous de l’intervention proposée et de son calendrier ?',
    }
    await post(stage, coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/consultations`, body)
  }
}

type Consultations = { consultations: { id: string; organization: { id: string } }[] }

export const opine = async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const answer = await get(stage, who, `/programs/${programOf(stage, dossier)}/participation`)
  const { consultations } = answer as unknown as Consultations
  for (const key of asked(dossier)) {
    const consultation = consultations.find((item) => item.organization.id === idOf(stage, key))
    const path = `/consultations/${consultation?.id ?? ''}/opinion`
    const body = { stance: 'favourable', opinion: 'Favorable ; le calendrier convient.' }
    const account = hasAccount(dossier, key) ? accounts[key] : undefined
    if (account !== undefined) await post(stage, account, path, body)
    else
      await post(stage, who, path, {
        ...body,
        documentId: await file(stage, who, { kind: 'opinion', title: `Avis ${key} ${dossier.reference}` }),
      })
  }
}

export const object =
  (objection: NonNullable<Dossier['objections']>[number]) => async (stage: Stage, dossier: Dossier) => {
    const account = accounts[objection.organization]
    if (account === undefined) throw new Error(`${objection.organization} has no account to object with`)
    await post(stage, account, `/programs/${programOf(stage, dossier)}/objections`, { content: objection.content })
  }

type Objections = { objections: { id: string; answer: string | null }[] }

export const answerObjections = async (stage: Stage, dossier: Dossier) => {
  const answer = await get(stage, 'direction', `/programs/${programOf(stage, dossier)}/participation`)
  for (const objection of (answer as unknown as Objections).objections.filter((item) => item.answer === null)) {
    await post(stage, 'direction', `/objections/${objection.id}/answer`, {
      answer: 'La plateforme restera libre d’accès ; l’entente le précise.',
    })
  }
}

export const agree = async (stage: Stage, dossier: Dossier) => {
  const { agreement } = dossier
  if (agreement === undefined) return
  const who = coordinatorOf(dossier)
  const title = `Protocole d’entente ${dossier.reference}`
  await post(stage, who, `/programs/${programOf(stage, dossier)}/agreements`, {
    organizationId: idOf(stage, agreement.organization),
    kind: 'memorandum',
    title,
    signedOn: agreement.on,
    startsOn: agreement.on,
    endsOn: agreement.until,
    documentId: await file(stage, who, { kind: 'agreement', title, classification: 'partner' }),
  })
}

export const proposeTerms = async (stage: Stage, dossier: Dossier) => {
  await post(stage, coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/terms-of-reference`, {
    organizationId: idOf(stage, dossier.host ?? 'RECEF'),
    title: `Cadre de référence : ${dossier.title.fr}`,
    content: 'Ce que l’hôte décide seul, ce que nous faisons ensemble, ce que nous ne faisons jamais à sa place.',
  })
}

export const agreeTerms = async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const answer = await get(stage, who, `/programs/${programOf(stage, dossier)}/terms-of-reference`)
  const [terms] = (answer as unknown as { items: { id: string }[] }).items
  const path = `/terms-of-reference/${terms?.id ?? ''}/agreement`
  const account = dossier.host !== undefined && hasAccount(dossier, dossier.host) ? accounts[dossier.host] : undefined
  if (account !== undefined) return void (await post(stage, account, path))
  const paper = { kind: 'termsOfReference', title: `Accord de l’hôte ${dossier.reference}`, classification: 'partner' }
  await post(stage, who, path, { documentId: await file(stage, who, paper), agreedOn: dossier.terms?.agreed })
}

export const learn = async (stage: Stage, dossier: Dossier) => {
  if (dossier.lesson === undefined) return
  const { theme, text } = dossier.lesson
  const body = {
    theme,
    observation: `${text}${canary}`,
    cause: `Constat de l’équipe et de l’hôte.${canary}`,
    recommendation: text,
  }
  await post(stage, coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/lessons`, body)
}
