import { useState } from 'react'
import {
  type BoardColumn,
  cardOf,
  isSameSpot,
  type Placement,
  placementOf,
  type Spot,
  spotOf,
  withMove,
} from './board-layout.ts'
import { useBoardSpeech } from './use-board-speech.ts'

/** A card in someone's hand; without a spot it hangs over nothing. */
export type Lifted = { cardId: string; spot: Spot | undefined; by: 'keys' | 'pointer' }

type Settings<Card extends { id: string }> = {
  columns: readonly BoardColumn<Card>[]
  labelOf: (card: Card) => string
  onMove?: ((card: Card, to: Placement) => Promise<unknown>) | undefined
}

/** Lifting, aiming, dropping: the one way a card moves, by hand, by keys or by menu; said aloud at each step. */
export const useBoardMoves = <Card extends { id: string }>({ columns, labelOf, onMove }: Settings<Card>) => {
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const [pending, setPending] = useState<{ cardId: string; spot: Spot } | null>(null)
  const say = useBoardSpeech({ columns, labelOf })

  const moveTo = async (cardId: string, spot: Spot) => {
    const card = cardOf(columns, cardId)
    const from = spotOf(columns, cardId)
    if (card === undefined || onMove === undefined) return
    if (isSameSpot(from, spot)) return say('cancelled', cardId, spot)
    setPending({ cardId, spot })
    say('dropped', cardId, spot)
    // The caller shows why a move was refused; here the card only travels back.
    await onMove(card, placementOf(columns, cardId, spot)).catch(() => say('refused', cardId, from))
    setPending(null)
  }
  const lift = (cardId: string, by: Lifted['by']) => {
    const spot = spotOf(columns, cardId)
    setLifted({ cardId, spot, by })
    say('lifted', cardId, spot)
  }
  const aim = (spot: Spot | undefined) => {
    if (lifted === null || isSameSpot(lifted.spot, spot)) return
    setLifted({ ...lifted, spot })
    say('over', lifted.cardId, spot)
  }
  const drop = () => {
    setLifted(null)
    if (lifted?.spot !== undefined) void moveTo(lifted.cardId, lifted.spot)
  }
  const cancel = () => {
    setLifted(null)
    if (lifted !== null) say('cancelled', lifted.cardId, spotOf(columns, lifted.cardId))
  }

  const view = pending === null ? columns : withMove(columns, pending.cardId, pending.spot)
  const canMove = onMove !== undefined && pending === null
  return { view, lifted, pendingId: pending?.cardId, canMove, moveTo, lift, aim, drop, cancel }
}

export type BoardMoves<Card extends { id: string }> = ReturnType<typeof useBoardMoves<Card>>
