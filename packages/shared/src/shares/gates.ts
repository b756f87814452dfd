import { gate, holdsUntil, verdictOf } from '../kernel/gate.ts'
import { placeOf } from '../programs/rules.ts'

/** What the access of an organization to a program rests on. */
export type AccessFacts = {
  program: { id: string }
  access: {
    organization: string
    takesPart: boolean
    /** Its part is that of the host, who named it. */
    hosts: boolean
    isCleared: boolean
    /** The last day of an agreement with it that is in force, for this program or another. */
    agreedUntil: string | null
  }
}

/** P6-G2 (domain.md, principle 6): an organization gets access after its diligence, on an agreement or as the host. */
export const diligenceBeforeAccess = gate<AccessFacts>({
  id: 'P6-G2',
  principle: 6,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'L’organisation participe au programme, sa vérification diligente est favorable, et elle en est l’hôte ou une entente avec elle est en vigueur.',
    en: 'The organization takes part in the program, its due diligence is cleared, and it is the host or an agreement with it is in force.',
  },
  evaluate: ({ program, access: { organization, takesPart, hosts, isCleared, agreedUntil } }) => {
    const verdict = verdictOf(
      [
        !takesPart && {
          label: { fr: `Ajouter ${organization} au programme`, en: `Add ${organization} to the program` },
          href: placeOf(program.id, 'partners', 'organizations'),
        },
        !isCleared && {
          label: {
            fr: `Terminer la vérification diligente de ${organization}`,
            en: `Complete the due diligence of ${organization}`,
          },
          href: '/organizations',
        },
        !hosts &&
          agreedUntil === null && {
            label: { fr: `Signer une entente avec ${organization}`, en: `Sign an agreement with ${organization}` },
            href: placeOf(program.id, 'agreements', 'agreements'),
          },
      ],
      [
        {
          label: { fr: `Participation de ${organization}`, en: `Part of ${organization}` },
          href: placeOf(program.id, 'partners', 'organizations'),
        },
      ],
    )
    return holdsUntil(hosts ? null : agreedUntil, verdict)
  },
})
