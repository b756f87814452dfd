import type { Dossier, Funding, Spending } from '../portfolio/dossier.ts'
import { partnerTitles } from '../portfolio/partner-titles.ts'
import { canary } from './canary.ts'
import { coordinatorOf, programOf } from './opening.ts'
import { get, post, type Stage } from './world.ts'

/** The acts of delivery: asking for resources, approving, committing, spending, releasing, and the team's board. */
type Allocation = {
  id: string
  version: number
  lines: { id: string; unit: string }[]
  steps: { id: string; state: string }[]
}

const kept = new WeakMap<Funding, string>()

const allocationOf = async (stage: Stage, funding: Funding) =>
  (await get(stage, 'audit', `/allocations/${kept.get(funding) ?? ''}`)) as unknown as Allocation

const linesFor = (stage: Stage, funding: Funding, purpose: string) => {
  const envelope = (unit: string) => stage.envelopes.get(`${funding.year} ${unit}`) ?? ''
  const money = {
    envelopeId: envelope('CAD'),
    amount: { amount: funding.money, currency: 'CAD' },
    description: `Dépenses : ${purpose}`,
  }
  const days = {
    envelopeId: envelope('staffDay'),
    days: funding.days,
    description: `Jours-personnes : ${purpose}`,
    ...funding.work,
  }
  return [...(funding.money === undefined ? [] : [money]), ...(funding.days === undefined ? [] : [days])]
}

export const ask = (funding: Funding) => async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const allocation = await post(stage, who, '/allocations', {
    programId: programOf(stage, dossier),
    justification: `Ressources prévues à l’entente.${canary}`,
    neededOn: funding.asked,
    lines: linesFor(stage, funding, dossier.title.fr),
  })
  kept.set(funding, allocation.id)
  await post(stage, who, `/allocations/${allocation.id}/submission`)
}

export const approve = (funding: Funding) => async (stage: Stage) => {
  if (funding.approved === null) return
  const { id, steps } = await allocationOf(stage, funding)
  const stepId = steps.find((step) => step.state === 'pending')?.id
  await post(stage, funding.approved.by, `/allocations/${id}/decisions`, { stepId, outcome: 'approved' })
}

type Verb = 'commitments' | 'expenses' | 'releases'

export const record = (verb: Verb, funding: Funding, spending: Spending) => async (stage: Stage, dossier: Dossier) => {
  const { id, lines } = await allocationOf(stage, funding)
  const line = (unit: string) => lines.find((item) => item.unit === unit)?.id
  const who = coordinatorOf(dossier)
  const path = `/allocations/${id}/${verb}`
  const { on, money, days } = spending
  const shown = (reason: string) => (verb === 'expenses' ? { reason } : {})
  if (money !== undefined)
    await post(stage, who, path, {
      lineId: line('CAD'),
      amount: { amount: money, currency: 'CAD' },
      on,
      ...shown('Les pièces sont au dossier comptable.'),
    })
  if (days !== undefined)
    await post(stage, who, path, { lineId: line('staffDay'), days, on, ...shown('Feuilles de temps de l’équipe.') })
}

export const verifyTransfer = async (stage: Stage, dossier: Dossier) => {
  const { transfer } = dossier
  if (transfer?.reached === undefined) return
  const answer = await get(stage, 'analyse', `/programs/${programOf(stage, dossier)}/transfer`)
  const [objective] = (answer as unknown as { objectives: { id: string }[] }).objectives
  const body = { level: transfer.reached, notReachedReason: transfer.reason ?? null }
  await post(stage, 'analyse', `/transfer-objectives/${objective?.id ?? ''}/verification`, body)
}

type BoardAnswer = { columns: { id: string }[] }

export const fillBoard = async (stage: Stage, dossier: Dossier) => {
  const who = coordinatorOf(dossier)
  const path = `/programs/${programOf(stage, dossier)}`
  const ids: string[] = []
  for (const { title, type, from = null, due, column, milestone = false, after = [] } of dossier.activities ?? []) {
    const english = partnerTitles[title]
    const what = {
      title: english === undefined ? `${title}${canary}` : title,
      partnerTitle: english === undefined ? null : { fr: title, en: english },
      type,
      startsOn: from,
      dueOn: due,
      milestone,
      description: `${title}, selon le plan de travail de l’entente.${canary}`,
    }
    const links = { assigneeIds: [stage.people.get(who)?.id], afterIds: after.map((place) => ids[place]) }
    const activity = await post(stage, who, `${path}/activities`, { ...what, ...links })
    ids.push(activity.id)
    const { columns } = (await get(stage, who, `${path}/board`)) as unknown as BoardAnswer
    if (column > 0) await post(stage, who, `/activities/${activity.id}/move`, { columnId: columns[column]?.id })
  }
}
