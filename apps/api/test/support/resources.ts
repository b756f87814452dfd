import { randomUUID } from 'node:crypto'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import type { StepRuleSet } from '@entente/shared/resources/rules/contract'
import { granted } from './builders.ts'
import type { Person } from './client.ts'
import type { World } from './world.ts'

/** The rule that must always stand: someone signs within their limit. */
const plainRule = {
  name: { fr: 'Décision dans la limite', en: null },
  unit: null,
  above: '0',
  isSerious: false,
  role: 'withinLimit',
  group: 1,
  quorum: 1,
}

/** Envelopes, allocations and approvals, as the people concerned make them. */
export const resourcesIn = (world: World) => {
  /** Confirms (or refuses) a change of ceiling. */
  const sign = (by: Person, change: { id: string }, fields: object = {}) =>
    by.post<CeilingChange>(`/ceiling-changes/${change.id}/decision`, { outcome: 'confirmed', ...fields })

  const opened = async (ceiling: string, fields: object = {}) => {
    const body = { fiscalYear: 2026, unit: 'CAD', ceiling, reason: 'Budget adopté pour le nouvel exercice', ...fields }
    return granted((await world.as('executive')).post<Envelope>('/envelopes', body))
  }
  const proposedFor = async ({ id }: { id: string }) => {
    const url = `/ceiling-changes?envelopeId=${id}&state=proposed`
    return (await granted((await world.as('auditor')).get<{ items: CeilingChange[] }>(url))).items
  }
  const envelope = async (ceiling: string, fields: object = {}) => {
    const { id } = await opened(ceiling, fields)
    const manager = await world.as('manager')
    for (const change of await proposedFor({ id })) await granted(sign(manager, change))
    return granted(manager.get<Envelope>(`/envelopes/${id}`))
  }

  const recorded = (by: Person, currency: string, rate: string, on = '2026-11-20') =>
    by.post<ExchangeRate>('/exchange-rates', { currency, rate, on, source: 'Banque' })
  const confirm = (by: Person, { id }: { id: string }) => by.post<ExchangeRate>(`/exchange-rates/${id}/confirmation`)

  return {
    /** An envelope with the ceiling that one person proposed and another confirmed. */
    envelope,
    /** An envelope that was opened by one person; nobody has confirmed its ceiling. */
    opened,
    /** Changes of an envelope's ceiling that wait for a second person. */
    proposedFor,
    sign,
    /** The Government’s authorization for every country, on file. */
    authorize: () => world.anAuthorization(),
    /** A program in `allocation` whose approvals meet every gate of the policy. */
    fundableProgram: () => world.aProvenProgram('allocation'),
    line: (of: { id: string }, amount: string, fields: object = {}) => ({
      envelopeId: of.id,
      amount: { amount, currency: 'CAD' },
      description: `Ligne de ${amount}`,
      ...fields,
    }),
    draft: async (lines: object[], programId: string | null = null, by?: Person) => {
      const body = { programId, justification: 'Mission prévue à l’entente.', neededOn: '2027-12-01', lines }
      return granted((by ?? (await world.as('coordinator'))).post<Allocation>('/allocations', body))
    },
    submitted: async (lines: object[], programId: string | null = null) => {
      const coordinator = await world.as('coordinator')
      const body = { programId, justification: 'Mission prévue à l’entente.', neededOn: '2027-12-01', lines }
      const { id } = await granted(coordinator.post<Allocation>('/allocations', body))
      return granted(coordinator.post<Allocation>(`/allocations/${id}/submission`))
    },
    /** As clients decide: told that the server is busy, they ask again, under the same key. */
    decide: async (by: Person, allocation: Allocation, fields: object = {}, headers: Record<string, string> = {}) => {
      const body = { stepId: allocation.steps.at(-1)?.id, outcome: 'approved', ...fields }
      const keyed = { 'idempotency-key': randomUUID(), ...headers }
      const ask = () => by.post<Allocation>(`/allocations/${allocation.id}/decisions`, body, keyed)
      let reply = await ask()
      for (let again = 0; again < 20 && reply.status === 503; again += 1) reply = await ask()
      return reply
    },
    /** Puts other rules of approval in force: an admin proposes them, an executive confirms. */
    rules: async (...rules: object[]) => {
      const body = {
        rules: rules.map((rule) => ({ ...plainRule, ...rule })),
        reason: 'Autres règles pour la nouvelle année',
      }
      const { id } = await granted((await world.as('admin')).post<StepRuleSet>('/step-rules', body))
      const decision = { outcome: 'confirmed' }
      return granted((await world.as('executive')).post<StepRuleSet>(`/step-rules/${id}/decision`, decision))
    },
    recorded,
    confirm,
    /** Records what a currency is worth; where that surprises, a second person confirms it. */
    rate: async (currency: string, rate: string, on?: string) => {
      const made = await granted(recorded(await world.as('manager'), currency, rate, on))
      return made.confirmation === 'awaited' ? granted(confirm(await world.as('executive'), made)) : made
    },
    /** Proposes another ceiling for an envelope. */
    ceiling: (by: Person, of: { id: string }, amount: string, effectiveOn = '2026-11-23') => {
      const body = { ceiling: amount, effectiveOn, reason: 'Décision du comité de direction' }
      return by.post<CeilingChange>(`/envelopes/${of.id}/ceiling-changes`, body)
    },
    /** Proposes to move an amount from one envelope to another. */
    transfer: (by: Person, from: { id: string }, to: { id: string }, amount: string) => {
      const body = { fromEnvelopeId: from.id, amount, reason: 'Réaffectation entre deux missions prévues' }
      return by.post<CeilingChange>(`/envelopes/${to.id}/transfers`, body)
    },
    /** Balances that differ from the sum of their entries: none, at any time. */
    drift: () => world.db.$queryRaw<unknown[]>`SELECT * FROM ledger_drift`,
    /** An envelope at the end of a past day. */
    readOn: async (of: { id: string }, asOf: string) =>
      granted((await world.as('auditor')).get<Envelope>(`/envelopes/${of.id}?asOf=${asOf}`)),
    read: async (of: { id: string }) => {
      const auditor = await world.as('auditor')
      const { items } = await granted(auditor.get<{ items: Envelope[] }>('/envelopes?fiscalYear=2026'))
      return items.find((item) => item.id === of.id)
    },
  }
}
