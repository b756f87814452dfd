import { gate, verdictOf } from '../kernel/gate.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'
import type { PartnerRole } from './contract.ts'

/** What the sixth principle reads: who takes part, and in which role. */
export type PartnershipFacts = {
  /** `id` of their part in the program; ids follow the order in which records are made. */
  organizations: readonly { id: string; organizationId: string; name: string; role: PartnerRole }[]
}
/** What was signed, which an analysis must precede. */
export type AgreementFacts = { agreements: readonly { title: string; signedOn: string }[] }
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
