import type { Act } from './timeline.ts'
import { file, get, post, type Stage } from './world.ts'

/** What belongs to no program: the Government's authorization, envelopes, and the days of preparation. */
export const ceilings = [
  { year: 2024, unit: 'CAD', ceiling: '80000.00' },
  { year: 2024, unit: 'staffDay', ceiling: '120' },
  { year: 2025, unit: 'CAD', ceiling: '120000.00' },
  { year: 2025, unit: 'staffDay', ceiling: '180' },
  { year: 2026, unit: 'CAD', ceiling: '240000.00' },
  { year: 2026, unit: 'staffDay', ceiling: '420' },
]

/** A ceiling stands once someone other than who opened the envelope confirms it. */
const confirmCeiling = async (stage: Stage, envelopeId: string) => {
  const changes = await get(stage, 'gestion2', `/ceiling-changes?envelopeId=${envelopeId}&state=proposed`)
  for (const { id } of changes['items'] as { id: string }[])
    await post(stage, 'gestion2', `/ceiling-changes/${id}/decision`, { outcome: 'confirmed' })
}

export const openEnvelopes = async (stage: Stage) => {
  for (const { year, unit, ceiling } of ceilings) {
    const reason = `Budget de l’exercice ${year}-${year + 1}.`
    const envelope = await post(stage, 'direction', '/envelopes', { fiscalYear: year, unit, ceiling, reason })
    stage.envelopes.set(`${year} ${unit}`, envelope.id)
    await confirmCeiling(stage, envelope.id)
  }
}

export const authorize = async (stage: Stage) => {
  const title = 'Autorisation du gouvernement 2024-2027'
  const documentId = await file(stage, 'direction', { kind: 'authorization', title })
  const body = { number: '412-2024', title, startsOn: '2024-04-01', endsOn: '2027-03-31', documentId }
  const { id } = await post(stage, 'direction', '/authorizations', body)
  await post(stage, 'coordination', `/authorizations/${id}/confirmation`)
}

/** Days worked before any allocation of their own (admissibility, analysis), each entry naming its program. */
const preparation = [
  { reference: 'PCI-2026-002', days: '6', on: '2026-11-09' },
  { reference: 'PCI-2026-007', days: '9', on: '2026-06-12' },
  { reference: 'PCI-2026-008', days: '5', on: '2026-07-17' },
  { reference: 'PCI-2026-009', days: '3', on: '2026-09-25' },
  { reference: 'PCI-2026-010', days: '4', on: '2026-10-16' },
  { reference: 'PCI-2026-011', days: '1', on: '2026-09-10' },
  { reference: 'PCI-2026-013', days: '1', on: '2026-10-22' },
]

type General = { id: string; lines: { id: string }[]; steps: { id: string }[] }

/** The general allocation of the year: asked, approved and committed in April, spent as programs are prepared. */
export const preparationActs = (): Omit<Act, 'dossier'>[] => {
  let allocation: General | null = null
  const open = async (stage: Stage) => {
    const drafted = await post(stage, 'coordination2', '/allocations', {
      programId: null,
      justification: 'Recevabilité et analyse des demandes de l’exercice.',
      neededOn: '2026-04-10',
      lines: [
        { envelopeId: stage.envelopes.get('2026 staffDay'), days: '29', description: 'Préparation des programmes' },
      ],
    })
    await post(stage, 'coordination2', `/allocations/${drafted.id}/submission`)
    const submitted = (await get(stage, 'audit', `/allocations/${drafted.id}`)) as unknown as General
    await post(stage, 'gestion2', `/allocations/${drafted.id}/decisions`, {
      stepId: submitted.steps[0]?.id,
      outcome: 'approved',
    })
    allocation = submitted
    await post(stage, 'coordination2', `/allocations/${drafted.id}/commitments`, {
      lineId: submitted.lines[0]?.id,
      days: '29',
      on: '2026-04-10',
    })
  }
  const spend = (days: string, on: string, reference: string) => async (stage: Stage) => {
    const body = {
      lineId: allocation?.lines[0]?.id,
      days,
      on,
      programId: stage.programs.get(reference),
      reason: 'Feuilles de temps de l’équipe.',
    }
    await post(stage, 'coordination2', `/allocations/${allocation?.id ?? ''}/expenses`, body)
  }
  return [
    { day: '2026-04-10', play: open },
    ...preparation.map(({ reference, days, on }) => ({ day: on, play: spend(days, on, reference) })),
  ]
}

/** What other currencies were worth in Canadian dollars, as the central bank published it. */
const rates = [
  { on: '2026-10-30', values: { EUR: '1.6187', USD: '1.3992', XOF: '0.00246769', HTG: '0.0107', CHF: '1.7411' } },
  { on: '2026-11-20', values: { EUR: '1.6234', USD: '1.4051', XOF: '0.00247483', HTG: '0.0107', CHF: '1.7468' } },
]

/** The first rate of a currency is confirmed by a second person. */
const inscribe = async (stage: Stage, body: object) => {
  const { id, confirmation } = await post(stage, 'gestion', '/exchange-rates', { ...body })
  if (confirmation === 'awaited') await post(stage, 'gestion2', `/exchange-rates/${id}/confirmation`)
}

/** The rates of the last weeks, recorded on their day. */
export const rateActs = (): Omit<Act, 'dossier'>[] =>
  rates.map(({ on, values }) => ({
    day: on,
    play: async (stage: Stage) => {
      for (const [currency, rate] of Object.entries(values))
        await inscribe(stage, { currency, on, rate, source: 'Banque du Canada' })
    },
  }))
