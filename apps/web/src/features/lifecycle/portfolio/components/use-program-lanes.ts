import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import type { BoardColumn } from '../../../../ui/board/layout/board-layout.ts'

/** What a lane of the portfolio may stand for. */
export const laneAttributes = ['country', 'region', 'coordinator', 'partner'] as const
export type LaneAttribute = (typeof laneAttributes)[number]

/** The lane of a program, and its title; a program with several partners is in the lane of the first. */
const useLaneOf = () => {
  const { t } = useTranslation('lifecycle/portfolio')
  const format = useFormat()
  return ({ countryCode, region, coordinator, partners: [partner] }: PortfolioCard, attribute: LaneAttribute) => {
    const lanes = {
      country: countryCode === null ? undefined : { id: countryCode, title: format.country(countryCode) },
      region: region === null ? undefined : { id: region, title: region },
      coordinator: { id: coordinator.id, title: coordinator.name },
      partner: partner === undefined ? undefined : { id: partner, title: partner },
    }
    return lanes[attribute] ?? { id: '', title: t(`lanes.without.${attribute}`) }
  }
}

/** The lanes that have a program under the filters, by name; those without a value come last. */
export const useProgramLanes = (columns: readonly BoardColumn<PortfolioCard>[], by: LaneAttribute | null) => {
  const laneOf = useLaneOf()
  const lanesBy = (attribute: LaneAttribute) => {
    const all = columns.flatMap(({ cards }) => cards).map((card) => laneOf(card, attribute))
    const lanes = [...new Map(all.map((lane) => [lane.id, lane])).values()]
    const isLast = ({ id }: { id: string }) => Number(id === '')
    return lanes.toSorted((left, right) => isLast(left) - isLast(right) || left.title.localeCompare(right.title))
  }
  return {
    lanes: by === null ? undefined : lanesBy(by),
    laneOf: (card: PortfolioCard) => (by === null ? '' : laneOf(card, by).id),
  }
}
