import type { Label } from '../kernel/text.ts'
import type { ActivityType } from './contract.ts'
import type { Lane } from './limits/contract.ts'
import type { Placed } from './limits/rules.ts'

const first = (value: string | null, values: readonly string[]) => [
  ...(value === null ? [] : [value]),
  ...values.slice(1).filter((other) => other !== value),
]

/** The edit that puts a card into a lane; the other people and labels it has stay. */
export const editInto = ({ attribute, value }: Lane, card: Placed) => {
  const ids = card.assignees.map(({ id }) => id)
  const edits = {
    assignee: { assigneeIds: first(value, ids) },
    label: { labels: first(value, card.labels) },
    objective: { objectiveId: value },
    priority: { priority: value ?? 'normal' },
    type: { type: value ?? 'other' },
  }
  return edits[attribute]
}

type Linked = { id: string; afterIds: readonly string[] }

/** Whether an activity waits, directly or through others, for another one. */
export const waitsFor = (all: readonly Linked[], id: string, other: string): boolean => {
  const linksOf = new Map(all.map((activity) => [activity.id, activity.afterIds]))
  const reached = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === other) return true
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(linksOf.get(next) ?? []))
  }
  return false
}

type Usual = { title: Label; type: ActivityType; checklist: Label[] }

const preparation: Usual = {
  title: { fr: 'Préparer la mission avec l’hôte', en: 'Prepare the mission with the host' },
  type: 'meeting',
  checklist: [
    { fr: 'Dates confirmées par écrit', en: 'Dates confirmed in writing' },
    { fr: 'Personnes désignées de part et d’autre', en: 'People named on both sides' },
    { fr: 'Consignes de sécurité lues', en: 'Safety instructions read' },
  ],
}
const report: Usual = {
  title: { fr: 'Écrire le rapport de mission', en: 'Write the mission report' },
  type: 'deliverable',
  checklist: [
    { fr: 'Faits et observations', en: 'Facts and observations' },
    { fr: 'Relu par l’hôte', en: 'Read by the host' },
    { fr: 'Versé au dossier', en: 'Filed' },
  ],
}

/** The usual activities of a program, by its path (principles 4 and 5: transfer and real participation). */
export const usualActivities: Record<'standard' | 'short', readonly Usual[]> = {
  standard: [
    preparation,
    {
      title: { fr: 'Tenir la première mission', en: 'Hold the first mission' },
      type: 'mission',
      checklist: [{ fr: 'Ordres de mission signés', en: 'Mission orders signed' }],
    },
    {
      title: { fr: 'Former les formatrices et formateurs de l’hôte', en: 'Train the host’s trainers' },
      type: 'training',
      checklist: [
        { fr: 'Niveau de départ mesuré', en: 'Baseline measured' },
        { fr: 'Matériel laissé à l’hôte', en: 'Material left with the host' },
      ],
    },
    {
      title: { fr: 'Accompagner à distance', en: 'Coach remotely' },
      type: 'remoteCoaching',
      checklist: [],
    },
    {
      title: { fr: 'Vérifier les niveaux atteints', en: 'Verify the levels reached' },
      type: 'deliverable',
      checklist: [{ fr: 'Preuve versée pour chaque objectif', en: 'Proof filed for each objective' }],
    },
    report,
  ],
  short: [
    preparation,
    {
      title: { fr: 'Accueillir ou rendre la visite', en: 'Host or pay the visit' },
      type: 'studyVisit',
      checklist: [{ fr: 'Programme transmis', en: 'Program sent' }],
    },
    report,
  ],
}
