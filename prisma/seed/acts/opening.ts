import type { Dossier } from '../portfolio/dossier.ts'
import { canary } from './canary.ts'
import { file, get, patch, post, type Stage } from './world.ts'

/** The acts that open a dossier: registering, verifying, analysing, consulting, deciding. Each is done by the right person. */
export const programOf = (stage: Stage, dossier: Dossier) => stage.programs.get(dossier.reference) ?? ''
export const coordinatorOf = (dossier: Dossier) => dossier.coordinator ?? 'coordination'

const scopeOf = (dossier: Dossier) => {
  if (dossier.country !== null) return 'country'
  return dossier.authority.type === 'party' ? 'undisclosed' : 'several'
}

const daysBefore = (day: string, count: number) =>
  new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10)

export const register = async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const letter = await file(stage, who, {
    kind: 'letter',
    title: `Demande ${dossier.reference}`,
    lines: [dossier.authority.name, '', dossier.object],
  })
  const request = await post(stage, who, '/requests', {
    title: dossier.title,
    countryCode: dossier.country,
    scope: scopeOf(dossier),
    kind: dossier.kind,
    requestingAuthority: dossier.authority,
    transmittingAuthority: dossier.transmitting ?? null,
    channel: dossier.channel,
    signedOn: daysBefore(dossier.received, 6),
    receivedOn: dossier.received,
    object: `${dossier.object}${canary}`,
    electoralEvent: dossier.event ?? null,
    letterDocumentId: letter,
  })
  const programId = String(request['programId'])
  stage.programs.set(dossier.reference, programId)
  const program = await get(stage, who, `/programs/${programId}`)
  await patch(stage, who, `/programs/${programId}`, program.version, {
    plannedMoney: { amount: dossier.plan.money, currency: 'CAD' },
    plannedDays: dossier.plan.days,
    ...(dossier.actingAlone !== undefined && { actingAloneReason: `${dossier.actingAlone}${canary}` }),
  })
}

/** The invitation itself, filed by whoever confirms that it is one. */
const invitationOf = (stage: Stage, dossier: Dossier) =>
  file(stage, 'analyse2', {
    kind: 'letter',
    title: `Invitation ${dossier.reference}`,
    lines: [dossier.authority.name, '', dossier.object],
  })

export const verify = async (stage: Stage, dossier: Dossier) => {
  const request = await get(stage, 'analyse2', `/programs/${programOf(stage, dossier)}/request`)
  const note = `Rappel au secrétariat de l’autorité, au numéro connu.${canary}`
  const invitationDocumentId = dossier.kind === 'invitation' ? await invitationOf(stage, dossier) : null
  await post(stage, 'analyse2', `/requests/${request.id}/verification`, {
    method: 'callback',
    note,
    invitationDocumentId,
  })
}

export const move = (to: string, who?: 'direction') => async (stage: Stage, dossier: Dossier) => {
  await post(stage, who ?? coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/transitions`, { to })
}

const contentOf = (dossier: Dossier) => {
  const [likelihood, impact] = dossier.analysis?.risk ?? [3, 3]
  return {
    objectives: [{ statement: `${dossier.object}${canary}`, mandate: 'improvingProcesses' }],
    context: `Le cycle électoral, le cadre légal et la place de l’organisme hôte ont été étudiés.${canary}`,
    positiveImpact: `L’organisme hôte conduit seul ce qui lui demandait un appui.${canary}`,
    negativeImpact:
      dossier.analysis?.negative === false ? '' : `L’intervention pourrait cautionner un processus contesté.${canary}`,
    alternatives: [
      {
        description: `Appui à distance par le réseau.${canary}`,
        assessment: 'Moins coûteux, mais sans pratique accompagnée.',
      },
    ],
    risks: [
      {
        description: `Changement du calendrier électoral.${canary}`,
        likelihood,
        impact,
        treatment: 'Jalons rapportés au jour du scrutin ; suivi mensuel avec l’hôte.',
        owner: 'Camille Roy',
      },
    ],
    conditions: (dossier.decided?.conditions ?? []).map((description) => ({ description, met: false, evidence: '' })),
    recommendation: 'go',
    recommendationReason: `L’aide est utile, possible et opportune.${canary}`,
  }
}

export const startAnalysis = async (stage: Stage, dossier: Dossier) => {
  const programId = programOf(stage, dossier)
  const analysis = await post(stage, 'analyse', `/programs/${programId}/analyses`)
  await patch(stage, 'analyse', `/analyses/${analysis.id}`, analysis.version, contentOf(dossier))
  const { transfer } = dossier
  if (transfer === undefined) return
  await post(stage, 'analyse', `/programs/${programId}/transfer-objectives`, {
    competence: transfer.competence,
    unit: transfer.unit,
    baseline: transfer.baseline,
    target: transfer.target,
    verificationMethod: 'Séance conduite par l’hôte, observée et notée.',
  })
}

const latestAnalysis = async (stage: Stage, dossier: Dossier) => {
  const { items } = (await get(stage, 'analyse', `/programs/${programOf(stage, dossier)}/analyses`)) as unknown as {
    items: { id: string }[]
  }
  return items[0]?.id ?? ''
}

export const submitAnalysis = async (stage: Stage, dossier: Dossier) => {
  await post(stage, 'analyse', `/analyses/${await latestAnalysis(stage, dossier)}/submission`)
}

export const review = (outcome: 'approved' | 'returned') => async (stage: Stage, dossier: Dossier) => {
  const comment =
    outcome === 'returned'
      ? `Aucun effet négatif n’est envisagé.${canary}`
      : `L’analyse est complète et ses sources sont citées.${canary}`
  await post(stage, 'analyse2', `/analyses/${await latestAnalysis(stage, dossier)}/review`, { outcome, comment })
}

/** A further version, written and approved by two people on the same day. */
export const analyseAgain = async (stage: Stage, dossier: Dossier) => {
  await post(stage, 'analyse', `/programs/${programOf(stage, dossier)}/analyses`)
  await submitAnalysis(stage, dossier)
  await review('approved')(stage, dossier)
}

export const decide = async (stage: Stage, dossier: Dossier) => {
  const { decided } = dossier
  if (decided === undefined) return
  const { outcome, conditions = [], redirectedTo = null } = decided
  const reason = `Décision prise au vu du dossier et des avis.${canary}`
  await post(stage, 'direction', `/programs/${programOf(stage, dossier)}/decisions`, {
    outcome,
    conditions,
    redirectedTo,
    reason,
  })
}

export const suspend = async (stage: Stage, dossier: Dossier) => {
  const { suspended } = dossier
  if (suspended === undefined) return
  const body = { cause: suspended.cause, note: `${suspended.note}${canary}` }
  await post(stage, coordinatorOf(dossier), `/programs/${programOf(stage, dossier)}/suspension`, body)
}

export const end = async (stage: Stage, dossier: Dossier) => {
  const { ended } = dossier
  if (ended === undefined) return
  const body = { to: ended.stage, note: `${ended.note}${canary}` }
  await post(stage, 'direction', `/programs/${programOf(stage, dossier)}/transitions`, body)
}
