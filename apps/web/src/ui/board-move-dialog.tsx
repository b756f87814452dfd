import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BoardColumn, placesIn, type Spot, spotOf } from './board-layout.ts'

type Props<Card extends { id: string }> = {
  columns: readonly BoardColumn<Card>[]
  card: Card
  label: string
  /** Columns the card may go to; all when left out. */
  targets: readonly string[] | undefined
  isOrdered: boolean
  onMove: (spot: Spot) => void
  onClose: () => void
}

/** "Move to…": the same command as dragging, for those who do not drag. */
export const BoardMoveDialog = <Card extends { id: string }>(props: Props<Card>) => {
  const { columns, card, label, targets, isOrdered, onMove, onClose } = props
  const { t } = useTranslation('ui')
  const from = spotOf(columns, card.id) ?? { columnId: '', index: 0 }
  const open = columns.filter(({ id }) => (id === from.columnId ? isOrdered : (targets?.includes(id) ?? true)))
  const lastIn = (columnId: string): Spot => ({ columnId, index: placesIn(columns, columnId, card.id) - 1 })
  const [spot, setSpot] = useState(isOrdered ? from : lastIn(open[0]?.id ?? from.columnId))
  const places = placesIn(columns, spot.columnId, card.id)
  const title = t('board.moveCard', { card: label })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        <NativeSelect
          label={t('board.column')}
          data-autofocus
          value={spot.columnId}
          onChange={(event) => setSpot(lastIn(event.currentTarget.value))}
          data={open.map((column) => ({ value: column.id, label: column.title }))}
        />
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
    </Modal>
  )
}
