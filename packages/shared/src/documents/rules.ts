import type { Label } from '../kernel/text.ts'
import type { DocumentKind } from './contract.ts'

type Proof = { kinds: readonly [DocumentKind, ...DocumentKind[]]; asks: Label }

/** Which kinds of document prove what, by the place that cites one: a receipt is no letter. */
export const proofs = {
  request: { kinds: ['letter'], asks: { fr: 'la lettre de la demande', en: 'the letter of the request' } },
  opinion: {
    kinds: ['opinion', 'letter', 'minutes'],
    asks: {
      fr: 'l’avis écrit, la lettre ou le compte rendu de l’organisation',
      en: 'the written opinion, letter or minutes of the organization',
    },
  },
  terms: {
    kinds: ['termsOfReference', 'agreement', 'letter', 'minutes'],
    asks: {
      fr: 'le cadre de référence signé, la lettre ou le compte rendu de l’hôte',
      en: 'the signed terms, letter or minutes of the host',
    },
  },
  agreement: {
    kinds: ['agreement', 'letter'],
    asks: { fr: 'l’entente signée ou l’échange de lettres', en: 'the signed agreement or exchange of letters' },
  },
  contribution: {
    kinds: ['agreement', 'letter', 'receipt'],
    asks: { fr: 'l’acte signé ou la preuve de réception', en: 'the signed act or the proof of receipt' },
  },
  transfer: {
    kinds: ['report', 'minutes', 'letter', 'other'],
    asks: { fr: 'le rapport ou le compte rendu qui montre le niveau', en: 'the report or minutes that show the level' },
  },
  evaluation: { kinds: ['report', 'minutes'], asks: { fr: 'le rapport d’évaluation', en: 'the evaluation report' } },
  waiver: {
    kinds: ['verification', 'opinion', 'authorization', 'letter', 'minutes', 'report', 'other'],
    asks: { fr: 'la pièce qui appuie le motif', en: 'the document that supports the reason' },
  },
  expense: { kinds: ['receipt'], asks: { fr: 'le reçu ou la facture', en: 'the receipt or the invoice' } },
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
