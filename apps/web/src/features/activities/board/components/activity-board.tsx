import type { ActivityBoard as Answer } from '@entente/shared/activities/board-contract'
import type { ActivityCard as Card } from '@entente/shared/activities/contract'
import type { LaneAttribute } from '@entente/shared/activities/limits/contract'
import { ActionIcon, Button, Checkbox, Group } from '@mantine/core'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Board } from '../../../../ui/board/board.tsx'
import type { Placement } from '../../../../ui/board/layout/board-layout.ts'
import type { useMoveActivity } from '../../api.ts'
import { ActivityCard } from '../../components/activity-card.tsx'
import styles from '../../components/activity-card.module.css'
import type { Selection } from './use-selection.ts'
import { useLanes } from './use-lanes.ts'
import { placeOf, type Retrace } from '../../components/use-retrace.ts'

type FooterProps = { name: string; onAdd: () => void; onEdit: () => void }

const ColumnFooter = ({ name, onAdd, onEdit }: FooterProps) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  return (
    <Group gap={4} mt={6} justify="space-between">
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} aria-hidden />}
        aria-label={t('addIn', { column: name })}
        onClick={onAdd}
      >
        {t('addShort')}
      </Button>
      <ActionIcon size="sm" aria-label={t('column.editOne', { column: name })} onClick={onEdit}>
        <IconSettings size={14} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

type Props = {
  /** The whole board, and the same columns under the filter. */
  board: Answer
  columns: Answer['columns']
  laneAttribute: LaneAttribute | null
  move: ReturnType<typeof useMoveActivity>
  retrace: Retrace
  selection: Selection | null
  onOpen: (id: string) => void
  onAdd: (columnId: string) => void
  onEditColumn: (columnId: string) => void
}

const labelOf = ({ title }: Card) => title

/** How cards are drawn: the same while nothing but their order changes, so that they need not be drawn anew. */
const useCards = (props: Pick<Props, 'columns' | 'selection' | 'onOpen'> & { canEdit: boolean }) => {
  const { columns, selection, onOpen, canEdit } = props
  const { t } = useTranslation(['activities/board', 'activities'])
  // One text, so that it is the same while the same cards are done.
  const doneIds = columns.flatMap((column) => (column.done ? column.cards.map(({ id }) => id) : [])).join(' ')
  const renderCard = useCallback(
    (activity: Card) => (
      <>
        {selection !== null && (
          <Checkbox
            className={styles.pick ?? ''}
            aria-label={t('bulk.selectOne', { title: activity.title })}
            checked={selection.has(activity.id)}
            onChange={() => selection.toggle(activity.id)}
          />
        )}
        <ActivityCard activity={activity} isDone={doneIds.includes(activity.id)} onOpen={onOpen} />
      </>
    ),
    [doneIds, selection, onOpen, t],
  )
  const canMove = canEdit && selection === null
  const isMovable = useCallback(() => canMove, [canMove])
  return { renderCard, isMovable, labelOf }
}

/** The team's columns: a card moves by hand, by keys and by menu, and the move can be taken back. */
export const ActivityBoard = (props: Props) => {
  const { board, columns, move, retrace, selection, onOpen } = props
  const canEdit = board.can.includes('edit')
  const drawn = useCards({ columns, selection, onOpen, canEdit })
  const { lanes, laneOf, placeIn, wayBack } = useLanes(board, props.laneAttribute)
  const moveTo = async (card: Card, to: Placement) => {
    const from = board.columns.find(({ cards }) => cards.some(({ id }) => id === card.id))
    const forth = placeIn(to)
    const made = await move.mutateAsync({ params: { id: card.id }, body: forth, ifMatch: card.version })
    if (from === undefined) return
    const back = placeOf(from.cards, from.id, card.id)
    retrace.moved(card, forth.lane === undefined ? { place: back } : wayBack(back, card), forth, made)
  }
  return (
    <Board
      columns={columns.map(({ name, ...column }) => ({ ...column, title: name }))}
      lanes={lanes}
      laneOf={laneOf}
      onLane
      {...drawn}
      footerOf={({ id, title }) =>
        canEdit && <ColumnFooter name={title} onAdd={() => props.onAdd(id)} onEdit={() => props.onEditColumn(id)} />
      }
      {...(canEdit && { onMove: moveTo })}
    />
  )
}
