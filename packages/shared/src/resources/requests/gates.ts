import { gate, verdictOf } from '../../kernel/gate.ts'
import { counted } from '../../kernel/text.ts'
import { placeOf, type ProgramFacts } from '../../programs/rules.ts'

/** What the seventh principle reads of resources, when a program moves. */
export type ResourceFacts = {
  /** Lines that were granted and not wholly released. */
  fundedLines: number
  pendingAllocations: number
  /** Reserved or committed and neither spent nor released, over all lines. */
  openLines: number
}

const resources = (programId: string) => placeOf(programId, 'resources')

export const fundedProgram = gate<ProgramFacts & ResourceFacts>({
  id: 'P7-G3',
  principle: 7,
  kind: 'hard',
  ruleVersion: 2,
  asks: {
    fr: 'Au moins une affectation est approuvée et n’est pas toute libérée.',
    en: 'At least one allocation is approved and not wholly released.',
  },
  evaluate: (facts) =>
    verdictOf(
      [
        facts.fundedLines === 0 && {
          label: { fr: 'Faire approuver une affectation', en: 'Have an allocation approved' },
          href: resources(facts.program.id),
        },
      ],
      [{ label: { fr: 'Affectations approuvées', en: 'Approved allocations' }, href: resources(facts.program.id) }],
    ),
})

export const ledgerReconciled = gate<ProgramFacts & ResourceFacts>({
  id: 'P7-G10',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Le registre est rapproché : tout est dépensé ou libéré, et aucune affectation n’attend.',
    en: 'The ledger is reconciled: all is spent or released, and no allocation is pending.',
  },
  evaluate: (facts) => {
    const href = resources(facts.program.id)
    const lines = counted(facts.openLines, ['ligne', 'lignes'], ['line', 'lines'])
    return verdictOf(
      [
        facts.openLines > 0 && {
          label: {
            fr: `Dépenser ou libérer le solde de ${lines.fr}`,
            en: `Spend or release the balance of ${lines.en}`,
          },
          href,
        },
        facts.pendingAllocations > 0 && {
          label: {
            fr: 'Retirer ou faire trancher les affectations en attente',
            en: 'Withdraw or settle pending allocations',
          },
          href,
        },
      ],
      [{ label: { fr: 'Registre des affectations', en: 'Ledger' }, href }],
    )
  },
})
