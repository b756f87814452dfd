import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BoardRow, type Cell, lastSpotIn, placesIn, type Spot, spotOf } from '../layout/board-layout.ts'
import { Dialog } from '../../layer/dialog.tsx'

type Props<Card extends { id: string }> = {
  grid: readonly BoardRow<Card>[]
  card: Card
  label: string
  /** Columns the card may go to; all when left out. */
  targets: readonly string[] | undefined
  isOrdered: boolean
  /** Whether it may change its lane, too. */
  onLane: boolean
  onMove: (spot: Spot) => void
  onClose: () => void
}

/** "Move to…": the same command as dragging, for those who do not drag. */
export const BoardMoveDialog = <Card extends { id: string }>(props: Props<Card>) => {
  const { grid, card, label, targets, isOrdered, onLane, onMove, onClose } = props
  const { t } = useTranslation('ui')
  const from = spotOf(grid, card.id) ?? { laneId: '', columnId: '', index: 0 }
  const stays = isOrdered || onLane
  const open = (grid[0]?.columns ?? []).filter(({ id }) =>
    id === from.columnId ? stays : (targets?.includes(id) ?? true),
  )
  const lastIn = (cell: Cell) => lastSpotIn(grid, cell, card.id)
  const [spot, setSpot] = useState(stays ? from : lastIn({ ...from, columnId: open[0]?.id ?? from.columnId }))
  const places = placesIn(grid, spot, card.id)
  const title = t('board.moveCard', { card: label })
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Stack gap="sm">
        <NativeSelect
          label={t('board.column')}
          data-autofocus
          value={spot.columnId}
          onChange={(event) => setSpot(lastIn({ ...spot, columnId: event.currentTarget.value }))}
          data={open.map((column) => ({ value: column.id, label: column.title }))}
        />
        {onLane && grid.length > 1 && (
          <NativeSelect
            label={t('board.lane')}
            value={spot.laneId}
            onChange={(event) => setSpot(lastIn({ ...spot, laneId: event.currentTarget.value }))}
            data={grid.map(({ lane }) => ({ value: lane.id, label: lane.title }))}
          />
        )}
        {isOrdered && (
          <NativeSelect
            label={t('board.position')}
            value={String(spot.index)}
            onChange={(event) => setSpot({ ...spot, index: Number(event.currentTarget.value) })}
            data={Array.from({ length: places }, (_, index) => ({
              value: String(index),
              label: t('board.positionOf', { position: index + 1, total: places }),
            }))}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button onClick={() => onMove(spot)} disabled={open.length === 0}>
            {t('board.move')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
