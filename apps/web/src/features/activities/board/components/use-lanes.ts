import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { type ActivityCard, type ActivityEdit, priority } from '@entente/shared/activities/contract'
import type { Lane, LaneAttribute } from '@entente/shared/activities/limits/contract'
import { laneOf as laneValueOf } from '@entente/shared/activities/limits/rules'
import { useTranslation } from 'react-i18next'
import type { BoardLane, Load, Placement } from '../../../../ui/board/layout/board-layout.ts'

type Place = Omit<Placement, 'lane'>

/** The lane of those without a value has no id of its own. */
const idOf = (value: string | null) => value ?? ''
const valueOf = (laneId: string) => (laneId === '' ? null : laneId)

/** Every value a lane may stand for, in words, in the order of the lanes. */
const useTitles = (board: ActivityBoard) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const cards = board.columns.flatMap((column) => column.cards)
  const titlesOf: Record<LaneAttribute, () => (readonly [string, string])[]> = {
    assignee: () => cards.flatMap(({ assignees }) => assignees.map(({ id, name }) => [id, name] as const)),
    label: () => cards.flatMap(({ labels }) => labels.map((label) => [label, label] as const)),
    objective: () => cards.flatMap(({ objective }) => (objective ? [[objective.id, objective.label] as const] : [])),
    priority: () => priority.options.map((value) => [value, t(`priority.${value}`)] as const),
    type: () => cards.map(({ type }) => [type, t(`type.${type}`)] as const),
  }
  return (attribute: LaneAttribute) => {
    const titles = [...new Map(titlesOf[attribute]())]
    // Priorities come in their own order, all others by name.
    return attribute === 'priority' ? titles : titles.toSorted(([, left], [, right]) => left.localeCompare(right))
  }
}

/** What every card has: no lane is needed for those without. */
const isAlwaysSet = (attribute: LaneAttribute) => attribute === 'priority' || attribute === 'type'

/** What a card has besides the value of its lane: a move to another lane and back may drop some of it. */
const othersOf = (
  { assignees, labels }: ActivityCard,
  attribute: LaneAttribute | null,
): Pick<ActivityEdit, 'assigneeIds' | 'labels'> => {
  if (attribute === 'assignee' && assignees.length > 1) return { assigneeIds: assignees.map(({ id }) => id) }
  return attribute === 'label' && labels.length > 1 ? { labels } : {}
}

/** The open cards of a lane against the limit it stands under, counted like the server does: on the whole board. */
const loadIn = ({ columns, limits }: ActivityBoard, by: LaneAttribute, value: string): Load | undefined => {
  const open = columns.filter(({ done }) => !done).flatMap(({ cards }) => cards)
  if (limits.laneAttribute === by && limits.laneLimit !== null) {
    const count = open.filter((card) => idOf(laneValueOf(card, by)) === value).length
    return { count, limit: limits.laneLimit, limitMode: limits.laneLimitMode }
  }
  if (by !== 'assignee' || value === idOf(null) || limits.personLimit === null) return undefined
  const count = open.filter(({ assignees }) => assignees.some(({ id }) => id === value)).length
  return { count, limit: limits.personLimit, limitMode: limits.personLimitMode }
}

/** The lanes of a team's board, and a place on it as the server takes it. */
export const useLanes = (board: ActivityBoard, attribute: LaneAttribute | null) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const titlesOf = useTitles(board)
  const lanesBy = (by: LaneAttribute): BoardLane[] =>
    [...titlesOf(by), ...(isAlwaysSet(by) ? [] : [[idOf(null), t('lanes.without')] as const])].map(([id, title]) => {
      const load = loadIn(board, by, id)
      return { id, title, ...(load && { load }) }
    })
  const laneOf = (card: ActivityCard) => (attribute === null ? '' : idOf(laneValueOf(card, attribute)))
  const placeIn = ({ lane, ...place }: Placement): Place & { lane?: Lane } =>
    lane === undefined || attribute === null ? place : { ...place, lane: { attribute, value: valueOf(lane) } }
  /** How a card goes back to the lane it stands in now, with all the values it has. */
  const wayBack = (place: Place, card: ActivityCard) => ({
    place: placeIn({ ...place, lane: laneOf(card) }),
    edit: othersOf(card, attribute),
  })
  return { lanes: attribute === null ? undefined : lanesBy(attribute), laneOf, placeIn, wayBack }
}
