import type { Envelope } from '@entente/shared/allocations/ledger-contract'
import { useTranslation } from 'react-i18next'

/** What an envelope is called: what it counts, for which fiscal year, for which profile. */
export const useEnvelopeName = () => {
  const { t } = useTranslation('allocations')
  return ({ fiscalYear, unit, profile }: Pick<Envelope, 'fiscalYear' | 'unit' | 'profile'>) => {
    const name = t('envelope.name', { unit: t(`unit.${unit}`), from: fiscalYear, to: fiscalYear + 1 })
    return profile === null ? name : `${name} · ${profile}`
  }
}
