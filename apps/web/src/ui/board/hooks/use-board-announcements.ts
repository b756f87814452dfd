import { useTranslation } from 'react-i18next'
import { announce } from '../../feedback/announcer.tsx'
import { type BoardRow, placesIn, type Spot } from '../layout/board-layout.ts'

type Settings<Card extends { id: string }> = { grid: readonly BoardRow<Card>[]; labelOf: (card: Card) => string }
type Event = 'lifted' | 'over' | 'dropped' | 'cancelled' | 'refused'

/** Says what happens to a card, and where, in the language of the page. */
export const useBoardAnnouncements = <Card extends { id: string }>({ grid, labelOf }: Settings<Card>) => {
  const { t } = useTranslation('ui')
  const placeOf = ({ laneId, columnId }: Spot) => {
    const row = grid.find(({ lane }) => lane.id === laneId)
    const column = row?.columns.find(({ id }) => id === columnId)?.title ?? ''
    return row === undefined || row.lane.title === '' ? column : t('board.cell', { lane: row.lane.title, column })
  }
  return (event: Event, card: Card | undefined, spot: Spot | undefined) => {
    if (card === undefined || spot === undefined) return
    announce(
      t(`board.${event}`, {
        card: labelOf(card),
        column: placeOf(spot),
        position: spot.index + 1,
        total: placesIn(grid, spot, card.id),
      }),
    )
  }
}
