import { z } from 'zod'
import type { Label } from '../kernel/text.ts'

/** Everything by which a program binds the institution or goes out to others; the list is closed (policy, principles 1 to 7). */
export const commitments = {
  decide: { fr: 'accepter le programme', en: 'accept the program' },
  agreement: { fr: 'signer une entente', en: 'sign an agreement' },
  terms: { fr: 'convenir d’un cadre de référence', en: 'agree terms of reference' },
  approval: { fr: 'approuver une affectation', en: 'approve an allocation' },
  money: { fr: 'engager une somme', en: 'commit money' },
  mission: { fr: 'envoyer une mission', en: 'send a mission' },
  share: { fr: 'partager le programme', en: 'share the program' },
  publication: { fr: 'publier', en: 'publish' },
} as const satisfies Record<string, Label>

export type Commitment = keyof typeof commitments
export const commitment = z.enum(Object.keys(commitments) as [Commitment, ...Commitment[]])
