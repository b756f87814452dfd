import { type ActivityBoard, boards } from '@entente/shared/activities/board-contract'
import { laneAttribute, limitMode } from '@entente/shared/activities/limits/contract'
import { ActionIcon, Fieldset, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { useLimitBoard, useOrderColumns } from '../api.ts'
import { LimitInput } from './limit-input.tsx'

type Props = { programId: string; board: ActivityBoard; onClose: () => void }

/** The columns in order, each one step up or down. */
const ColumnOrder = ({ programId, board }: Omit<Props, 'onClose'>) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const order = useOrderColumns()
  const ids = board.columns.map(({ id }) => id)
  const shift = (from: number, to: number) => {
    const columnIds = ids.toSpliced(from, 1).toSpliced(to, 0, ids[from] ?? '')
    order.mutate({ params: { id: programId }, body: { columnIds } })
  }
  return (
    <Fieldset legend={t('board.order')} variant="filled">
      {board.columns.map(({ id, name }, place) => (
        <Group key={id} gap={4} wrap="nowrap">
          <Text size="sm" style={{ flex: 1 }}>
            {name}
          </Text>
          <ActionIcon
            aria-label={t('board.earlier', { name })}
            disabled={place === 0 || order.isPending}
            onClick={() => shift(place, place - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t('board.later', { name })}
            disabled={place === ids.length - 1 || order.isPending}
            onClick={() => shift(place, place + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Fieldset>
  )
}

/** The board itself: the order of its columns, and what a person or a lane may hold. */
export const BoardDialog = ({ programId, board, onClose }: Props) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const limit = useLimitBoard()
  const form = useFormOf(boards.limit, { of: board.limits })
  const field = useFields(form, 'activities/board:')
  const save = form.onSubmit((values) =>
    limit.mutate(
      { params: { id: programId }, body: form.toBody(values) },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  const modes = limitMode.options.map((value) => ({ value, label: t(`column.is.${value}`) }))
  const numbers = (name: 'person' | 'lane') => (
    <SimpleGrid cols={2}>
      <LimitInput {...field(`${name}Limit`, t(`board.${name}Limit`))} />
      <NativeSelect {...field(`${name}LimitMode`, t('column.mode'))} data={modes} />
    </SimpleGrid>
  )
  return (
    <ConfirmDialog
      isOpen
      title={t('board.title')}
      action={t('save')}
      isBusy={limit.isPending}
      error={limit.error}
      onConfirm={save}
      onClose={onClose}
    >
      <ColumnOrder programId={programId} board={board} />
      <Fieldset legend={t('board.limits')} variant="filled">
        <Stack gap="xs">
          {numbers('person')}
          <NativeSelect
            {...field('laneAttribute', t('board.lane'))}
            data={[
              { value: '', label: t('lanes.none') },
              ...laneAttribute.options.map((value) => ({ value, label: t(`lanes.${value}`) })),
            ]}
          />
          {form.values.laneAttribute !== '' && numbers('lane')}
        </Stack>
      </Fieldset>
    </ConfirmDialog>
  )
}
