import { z } from 'zod'
import type { Label } from '../kernel/text.ts'

/** What a change of the context sets in motion at once (domain.md, 6.10). */
export type ContextEffect = 'reconfirmation' | 'reanalysis' | 'funding'

/** Events around a program that change what it rests on, and what follows from each. */
export const contextKinds = {
  authorityChanged: {
    fr: 'Autorité hôte dissoute, fusionnée ou remplacée',
    en: 'Host authority dissolved, merged or replaced',
    effect: 'reconfirmation',
  },
  emergency: {
    fr: 'Changement de gouvernement par la force, état d’urgence',
    en: 'Change of government by force, state of emergency',
    effect: 'reanalysis',
  },
  pollMoved: { fr: 'Scrutin déplacé', en: 'Poll moved', effect: 'reanalysis' },
  networkLeft: { fr: 'Pays sorti d’un réseau qui finance', en: 'Country left a network that pays', effect: 'funding' },
  partnerWithdrew: { fr: 'Partenaire retiré ou en défaut', en: 'Partner withdrawn or in default', effect: 'funding' },
} as const satisfies Record<string, Label & { effect: ContextEffect }>

export type ContextKind = keyof typeof contextKinds
export const contextKind = z.enum(Object.keys(contextKinds) as [ContextKind, ...ContextKind[]])

/** What follows from an event, said before it is recorded and as long as it is not cleared. */
export const contextEffects: Readonly<Record<ContextEffect, Label>> = {
  reconfirmation: {
    fr: 'La demande est à reconfirmer : rien de nouveau ne s’engage avant une nouvelle lettre, vérifiée.',
    en: 'The request is to be reconfirmed: nothing new is committed before a new letter is verified.',
  },
  reanalysis: {
    fr: 'Rien de nouveau ne s’engage avant une nouvelle analyse approuvée.',
    en: 'Nothing new is committed before a new analysis is approved.',
  },
  funding: {
    fr: 'Le plan de financement est à revoir avec les partenaires qui restent.',
    en: 'The funding plan is to be reviewed with the partners that remain.',
  },
}
