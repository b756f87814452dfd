import { type ActivityBoard, boards } from '@entente/shared/activities/board-contract'
import { activities, type Activity, type ActivityCard } from '@entente/shared/activities/contract'
import { type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'

const cardsOf = (board: ActivityBoard) => board.columns.flatMap((column) => column.cards)

/** A board with one card as it now is, where it now stands. */
const withActivity = (board: ActivityBoard, { checklist, documents, ...activity }: Activity): ActivityBoard => {
  const ticked = { done: checklist.filter(({ done }) => done).length, total: checklist.length }
  const card = { ...activity, checklist: ticked, documents: documents.length }
  const columns = board.columns.map((column) => {
    const others = column.cards.filter(({ id }) => id !== card.id)
    const isHere = column.id === card.columnId && !card.archived
    if (!isHere && others.length === column.cards.length) return column
    const cards = isHere ? others.toSpliced(card.position, 0, card) : others
    return { ...column, cards, count: column.count + cards.length - column.cards.length }
  })
  return { ...board, columns }
}

/** Cards shown ahead of the board they stand on. */
const shownAhead = new Map<string, { programId: string; activity: Activity }>()

/** A board that was asked for before another changed a card comes with that card as it now is. */
const withShownAhead = (board: ActivityBoard, programId: string) => {
  const versions = new Map(cardsOf(board).map(({ id, version }) => [id, version]))
  let shown = board
  for (const [id, { activity, ...where }] of shownAhead) {
    if (where.programId !== programId) continue
    if ((versions.get(id) ?? Infinity) < activity.version) shown = withActivity(shown, activity)
    else shownAhead.delete(id)
  }
  return shown
}

/**
 * What was read again, with the very cards and columns of before that are as they were: only the others are drawn anew.
 * Cards are known by who they are: one that moves shifts all after it, whose `position` says no more than their place.
 */
const withSameCards = (before: unknown, after: unknown) => {
  if (before === undefined) return after
  const standing = new Set((before as ActivityBoard).columns)
  const known = new Map(cardsOf(before as ActivityBoard).map((card) => [card.id, card]))
  const same = (card: ActivityCard) => {
    const old = known.get(card.id)
    return old === undefined || old === card ? card : replaceEqualDeep(old, { ...card, position: old.position })
  }
  const { columns, ...board } = after as ActivityBoard
  return {
    ...board,
    columns: columns.map((column) => (standing.has(column) ? column : { ...column, cards: column.cards.map(same) })),
  }
}

/** The activity board of a program. */
export const activityBoardQuery = (programId: string) =>
  queryOptions({
    queryKey: ['activities', 'board', programId],
    queryFn: async () => withShownAhead(await call(boards.get, { params: { id: programId } }), programId),
    structuralSharing: withSameCards,
  })

/** Shows on an open board what another did to one card; the board itself is read again a little later. */
export const showActivity = async (client: QueryClient, programId: string, id: string, version: number) => {
  const { queryKey } = activityBoardQuery(programId)
  const cards = client.getQueryData(queryKey)?.columns.flatMap((column) => column.cards) ?? []
  if ((cards.find((card) => card.id === id)?.version ?? 0) >= version) return
  const activity = await call(activities.get, { params: { id } }).catch(() => null)
  if (activity === null) return
  shownAhead.set(id, { programId, activity })
  client.setQueryData(queryKey, (board) => board && withActivity(board, activity))
}

/** One card, whole. */
export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'card', id],
    queryFn: () => call(activities.get, { params: { id } }),
  })

/** What a change of a board makes out of date. */
export const stale = [['activities'], ['shares']] as const

export const useAddActivity = () => useCommand(activities.create, { invalidates: stale })
export const useEditActivity = () => useCommand(activities.edit, { invalidates: stale })
export const useMoveActivity = () => useCommand(activities.move, { invalidates: stale })
export const useChangeActivities = () => useCommand(boards.change, { invalidates: stale })
