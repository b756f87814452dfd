import type { PortfolioCard, ProgramDates } from '@entente/shared/lifecycle/portfolio/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { datesQuery } from '../api.ts'

export type DatedCard = {
  card: PortfolioCard
  span: Pick<ProgramDates, 'from' | 'to'> | null
  dates: ProgramDates['dates']
}

/** Programs with the days that count in them. */
export const useProgramDates = (cards: readonly PortfolioCard[]): DatedCard[] => {
  const { data } = useSuspenseQuery(datesQuery())
  const known = new Map(data.map((item) => [item.id, item]))
  return cards.map((card) => {
    const found = known.get(card.id)
    return { card, span: found ?? null, dates: found?.dates ?? [] }
  })
}

/** A day that counts, in words. */
export const useDateWords = () => {
  const { t } = useTranslation('lifecycle/portfolio')
  return ({ kind, label }: ProgramDates['dates'][number]) => [t(`dates.${kind}`), label].filter(Boolean).join(' : ')
}
