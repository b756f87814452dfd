import { canary } from './canary.ts'
import { post, type Stage } from './world.ts'
import type { Act } from './timeline.ts'

const rule = { unit: null, above: '0', isSerious: false, group: 1, quorum: 1 }

/** Above 8 000 $ a manager gives an opinion first, and someone else decides: two people sign. */
const signing = async (stage: Stage) => {
  const opinion = { name: { fr: 'Avis de la gestion', en: 'Opinion of a manager' }, role: 'manager' }
  const decision = { name: { fr: 'Décision dans la limite', en: 'Decision within the limit' }, role: 'withinLimit' }
  const rules = [
    { ...rule, ...opinion, unit: 'CAD', above: '8000.00' },
    { ...rule, ...decision, group: 2 },
  ]
  const reason = 'Deux personnes voient les demandes de plus de 8 000 $ avant qu’elles n’engagent l’exercice.'
  const { id } = await post(stage, 'admin', '/step-rules', { rules, reason })
  await post(stage, 'direction', `/step-rules/${id}/decision`, { outcome: 'confirmed' })
}

/** Asked in the money of the place, at the rate of its day, and waiting for both signatures. */
const askInFrancs = async (stage: Stage) => {
  const lodging = {
    envelopeId: stage.envelopes.get('2026 CAD'),
    amount: { amount: '4000000', currency: 'XOF' },
    description: 'Hébergement et transport à Dakar et à Cotonou',
    from: '2027-01-18',
    to: '2027-01-29',
  }
  const { id } = await post(stage, 'coordination', '/allocations', {
    programId: null,
    justification: `Rencontre des organismes de la région, payée sur place en francs CFA.${canary}`,
    neededOn: '2027-01-11',
    lines: [lodging],
  })
  await post(stage, 'coordination', `/allocations/${id}/submission`)
}

/** Rules of approval that two people signed, and a request that waits for two. */
export const signingActs = (): Omit<Act, 'dossier'>[] =>
  [signing, askInFrancs].map((play) => ({ day: '2026-11-20', play }))
