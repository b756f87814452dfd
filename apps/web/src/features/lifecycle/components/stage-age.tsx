import type { PortfolioCard } from '@entente/shared/lifecycle/contract'
import { useTranslation } from 'react-i18next'
import { Meaning } from '../../../ui/meaning.tsx'

type Props = { card: Pick<PortfolioCard, 'ageDays' | 'targetDays'> }

/** Days in the present stage against its target; beyond it, said and shown. */
export const StageAge = ({ card: { ageDays, targetDays } }: Props) => {
  const { t } = useTranslation('lifecycle')
  if (targetDays === null) return t('card.age', { age: ageDays })
  const words = t('card.ageOfTarget', { age: ageDays, target: targetDays })
  return ageDays > targetDays ? (
    <Meaning kind="over" plain>
      {words}
    </Meaning>
  ) : (
    words
  )
}
