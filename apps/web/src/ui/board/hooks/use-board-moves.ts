import { useState } from 'react'
import {
  type BoardColumn,
  type BoardLane,
  type BoardRow,
  cardOf,
  gridOf,
  isSameSpot,
  type Placement,
  placementOf,
  type Spot,
  spotInOwnLane,
  spotOf,
  withMove,
} from '../layout/board-layout.ts'
import { useBoardAnnouncements } from './use-board-announcements.ts'

/** A card in someone's hand; without a spot it hangs over nothing. */
export type Lifted = { cardId: string; spot: Spot | undefined; by: 'keys' | 'pointer' }

type Settings<Card extends { id: string }> = {
  columns: readonly BoardColumn<Card>[]
  lanes: readonly BoardLane[]
  laneOf: (card: Card) => string
  /** Whether a move may change the lane too. */
  onLane: boolean
  labelOf: (card: Card) => string
  onMove?: ((card: Card, to: Placement) => Promise<unknown>) | undefined
}

type Grid<Card> = readonly BoardRow<Card>[]
type Say = (event: 'dropped' | 'cancelled' | 'refused', cardId: string, spot: Spot | undefined) => void

/** Sends a move, and shows it as made until the answer is there. */
const useSending = <Card extends { id: string }>(settings: Settings<Card>, grid: Grid<Card>, say: Say) => {
  const { columns, lanes, laneOf, onLane, onMove } = settings
  const [pending, setPending] = useState<{ cardId: string; spot: Spot; to: Placement } | null>(null)
  const moveTo = async (cardId: string, aimed: Spot) => {
    const card = cardOf(columns, cardId)
    const from = spotOf(grid, cardId)
    const spot = onLane ? aimed : spotInOwnLane(grid, cardId, aimed)
    if (card === undefined || onMove === undefined) return
    if (isSameSpot(from, spot)) return say('cancelled', cardId, spot)
    const to = placementOf(grid, cardId, spot)
    setPending({ cardId, spot, to })
    say('dropped', cardId, spot)
    // The caller shows why a move was refused; here the card only travels back.
    await onMove(card, to).catch(() => say('refused', cardId, from))
    setPending(null)
  }
  const shown = pending === null ? columns : withMove(columns, pending.cardId, pending.to)
  const laneNow = (card: Card) => (pending?.cardId === card.id ? pending.spot.laneId : laneOf(card))
  return {
    columns: shown,
    grid: pending === null ? grid : gridOf(shown, lanes, laneNow),
    pendingId: pending?.cardId,
    canMove: onMove !== undefined && pending === null,
    moveTo,
  }
}

/** Lifting, aiming, dropping: the one way a card moves, by hand, by keys or by menu; said aloud at each step. */
export const useBoardMoves = <Card extends { id: string }>(settings: Settings<Card>) => {
  const { columns, lanes, laneOf, onLane, labelOf } = settings
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const grid = gridOf(columns, lanes, laneOf)
  const speak = useBoardAnnouncements({ grid, labelOf })
  const say = (event: Parameters<typeof speak>[0], cardId: string, spot: Spot | undefined) =>
    speak(event, cardOf(columns, cardId), spot)
  const sending = useSending(settings, grid, say)

  const lift = (cardId: string, by: Lifted['by']) => {
    const spot = spotOf(grid, cardId)
    setLifted({ cardId, spot, by })
    say('lifted', cardId, spot)
  }
  const aim = (aimed: Spot | undefined) => {
    if (lifted === null) return
    const spot = aimed === undefined || onLane ? aimed : spotInOwnLane(grid, lifted.cardId, aimed)
    if (isSameSpot(lifted.spot, spot)) return
    setLifted({ ...lifted, spot })
    say('over', lifted.cardId, spot)
  }
  const drop = () => {
    setLifted(null)
    if (lifted?.spot !== undefined) void sending.moveTo(lifted.cardId, lifted.spot)
  }
  const cancel = () => {
    setLifted(null)
    if (lifted !== null) say('cancelled', lifted.cardId, spotOf(grid, lifted.cardId))
  }
  return { ...sending, onLane, lifted, lift, aim, drop, cancel }
}

export type BoardMoves<Card extends { id: string }> = ReturnType<typeof useBoardMoves<Card>>
