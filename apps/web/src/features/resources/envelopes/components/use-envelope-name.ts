import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { useTranslation } from 'react-i18next'

type Named = Pick<Envelope, 'fiscalYear' | 'unit' | 'profile'> & { holder?: string | null }

/** What an envelope is called: what it counts, for which fiscal year, for which profile, held by whom. */
export const useEnvelopeName = () => {
  const { t } = useTranslation(['resources/envelopes', 'resources/rates'])
  return ({ fiscalYear, unit, profile, holder }: Named) => {
    const name = t('envelope.name', { unit: t(`unit.${unit}`), from: fiscalYear, to: fiscalYear + 1 })
    return [name, profile, holder].filter((part) => part !== null && part !== undefined).join(' · ')
  }
}

/** What a line of a request says of its envelope, and whose days it asks. */
type Line = Pick<Envelope, 'fiscalYear' | 'unit' | 'profile'> & {
  envelopeProfile: string | null
  envelopeHolder: string | null
}

/** What the envelope of a line is called. */
export const useLineEnvelope = () => {
  const nameOf = useEnvelopeName()
  return ({ fiscalYear, unit, envelopeProfile, envelopeHolder }: Line) =>
    nameOf({ fiscalYear, unit, profile: envelopeProfile, holder: envelopeHolder })
}

/** The profile that a line asks for, where its envelope does not already say it. */
export const ownProfile = ({ profile, envelopeProfile }: Line) => (profile === envelopeProfile ? null : profile)
