import { useTranslation } from 'react-i18next'
import { announce } from './announcer.tsx'
import { type BoardColumn, cardOf, placesIn, type Spot } from './board-layout.ts'

type Settings<Card extends { id: string }> = { columns: readonly BoardColumn<Card>[]; labelOf: (card: Card) => string }
type Event = 'lifted' | 'over' | 'dropped' | 'cancelled' | 'refused'

/** Says what happens to a card, and where, in the language of the page. */
export const useBoardSpeech = <Card extends { id: string }>({ columns, labelOf }: Settings<Card>) => {
  const { t } = useTranslation('ui')
  return (event: Event, cardId: string, spot: Spot | undefined) => {
    const card = cardOf(columns, cardId)
    if (card === undefined || spot === undefined) return
    announce(
      t(`board.${event}`, {
        card: labelOf(card),
        column: columns.find(({ id }) => id === spot.columnId)?.title ?? '',
        position: spot.index + 1,
        total: placesIn(columns, spot.columnId, cardId),
      }),
    )
  }
}
