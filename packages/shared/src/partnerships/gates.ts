import { gate, holdsUntil, notApplicable, verdictOf } from '../kernel/gate.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'
import type { PartnerRole } from './contract.ts'

/** What the sixth principle reads: who takes part, and in which role. */
export type PartnershipFacts = {
  /** `id` of their part in the program; ids follow the order in which records are made. */
  organizations: readonly { id: string; organizationId: string; name: string; role: PartnerRole }[]
}
/** What was signed, which an analysis must precede. */
export type AgreementFacts = {
  agreements: readonly { title: string; signedOn: string; startsOn: string; endsOn: string }[]
}
type Facts = ProgramFacts & PartnershipFacts

export const notAlone = gate<Facts, 'manager' | 'executive'>({
  id: 'P6-G1',
  principle: 6,
  kind: 'waivable',
  waivedBy: ['manager', 'executive'],
  ruleVersion: 1,
  asks: {
    fr: 'Au moins un partenaire autre que l’hôte participe, ou l’intervention unilatérale est justifiée.',
    en: 'At least one partner other than the host takes part, or acting alone is justified.',
  },
  evaluate: (facts) => {
    const href = placeOf(facts.program.id, 'partners', 'organizations')
    const partners = facts.organizations.filter((organization) => organization.role !== 'host')
    const alone = facts.program.actingAloneReason !== null
    return verdictOf(
      [
        partners.length === 0 &&
          !alone && {
            label: {
              fr: 'Ajouter un partenaire, ou justifier d’agir seuls',
              en: 'Add a partner, or justify acting alone',
            },
            href,
          },
      ],
      alone && partners.length === 0
        ? [{ label: { fr: 'Justification d’agir seuls', en: 'Reason for acting alone' }, href }]
        : partners.map((partner) => ({ label: { fr: partner.name, en: partner.name }, href })),
    )
  },
})

export const agreementInForce = gate<ProgramFacts & AgreementFacts>({
  id: 'P6-G5',
  principle: 6,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Une entente signée est en vigueur ; une entente échue n’engage plus rien.',
    en: 'A signed agreement is in force; an expired one commits nothing.',
  },
  evaluate: ({ agreements, program, today }) => {
    if (agreements.length === 0) return notApplicable
    const href = placeOf(program.id, 'agreements', 'agreements')
    const inForce = agreements.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
    const last =
      inForce
        .map(({ endsOn }) => endsOn)
        .toSorted()
        .at(-1) ?? null
    const verdict = verdictOf(
      [
        inForce.length === 0 && {
          label: { fr: 'Signer une entente qui soit en vigueur', en: 'Sign an agreement that is in force' },
          href,
        },
      ],
      inForce.map(({ title }) => ({ label: { fr: title, en: title }, href })),
    )
    return holdsUntil(last, verdict)
  },
})
