import { gate, verdictOf } from '../../kernel/gate.ts'
import { counted } from '../../kernel/text.ts'

/** What it reads when an allocation is approved. */
export type ApprovalFacts = {
  approval: {
    allocationId: string
    approverTookPart: boolean
    withinLimit: boolean
    /** Lines that do not fit in what is available of their envelope. */
    overCeiling: readonly { description: string; available: string }[]
    /** How many requests of the last weeks exceed, with this one, a limit that each stays under. */
    splitWith: number
  }
}

export const withinCeiling = gate<ApprovalFacts>({
  id: 'P7-G3',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Chaque ligne tient dans l’enveloppe de son exercice.',
    en: 'Each line fits in the envelope of its fiscal year.',
  },
  evaluate: ({ approval }) =>
    verdictOf(
      approval.overCeiling.map((line) => ({
        label: {
          fr: `« ${line.description} » dépasse ce qui reste : ${line.available}`,
          en: `“${line.description}” exceeds what is available: ${line.available}`,
        },
        href: `/allocations?allocation=${approval.allocationId}`,
      })),
      [{ label: { fr: 'Enveloppes', en: 'Envelopes' }, href: `/allocations?allocation=${approval.allocationId}` }],
    ),
})

export const anotherApproverWithinLimit = gate<ApprovalFacts>({
  id: 'P7-G4',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'La personne qui approuve n’a pas pris part à la demande et agit dans sa limite.',
    en: 'The approver took no part in the request and acts within their limit.',
  },
  evaluate: ({ approval }) =>
    verdictOf(
      [
        approval.approverTookPart && {
          label: { fr: 'Confier la décision à une autre personne', en: 'Let another person decide' },
          href: '/approvals',
        },
        !approval.withinLimit && {
          label: {
            fr: 'Confier la décision à une personne dont la limite suffit',
            en: 'Let someone with a sufficient limit decide',
          },
          href: '/approvals',
        },
      ],
      [
        {
          label: { fr: 'Décision de l’affectation', en: 'Decision on the allocation' },
          href: `/allocations?allocation=${approval.allocationId}`,
        },
      ],
    ),
})

export const notSplit = gate<ApprovalFacts>({
  id: 'P7-G8',
  principle: 7,
  kind: 'advisory',
  ruleVersion: 1,
  asks: {
    fr: 'La demande n’est pas fractionnée pour rester sous une limite.',
    en: 'The request is not split to stay under a limit.',
  },
  evaluate: ({ approval }) => {
    const href = `/allocations?allocation=${approval.allocationId}`
    const others = counted(
      approval.splitWith,
      ['autre demande', 'autres demandes'],
      ['other request', 'other requests'],
    )
    return verdictOf(
      [
        approval.splitWith > 0 && {
          label: {
            fr: `Voir ${others.fr} des 30 derniers jours`,
            en: `See ${others.en} of the last 30 days`,
          },
          href,
        },
      ],
      [{ label: { fr: 'Demandes des 30 derniers jours', en: 'Requests of the last 30 days' }, href }],
    )
  },
})
