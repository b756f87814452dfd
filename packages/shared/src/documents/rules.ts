import type { Label } from '../kernel/text.ts'
import type { DocumentKind } from './contract.ts'

type Proof = { kinds: readonly [DocumentKind, ...DocumentKind[]]; asks: Label }

/** Which kinds of document prove what, by the place that cites one: a receipt is no letter. */
export const proofs = {
  authorization: {
    kinds: ['authorization'],
    asks: { fr: 'l’autorisation du gouvernement', en: 'the Government authorization' },
  },
  withdrawal: {
    kinds: ['authorization', 'letter'],
    asks: { fr: 'l’acte ou la lettre qui retire l’autorisation', en: 'the act or letter that withdraws it' },
  },
} as const satisfies Record<string, Proof>
export type ProofPlace = keyof typeof proofs

/** Whether a document of this kind can prove what this place asks. */
export const fits = (kind: DocumentKind, place: ProofPlace) => proofs[place].kinds.some((one) => one === kind)
