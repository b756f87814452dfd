import type { Activity } from '@entente/shared/activities/contract'
import { Button, Group } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Board } from '../../../ui/board.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Section } from '../../../ui/section.tsx'
import { activityBoardQuery, useMoveActivity } from '../api.ts'
import { ActivityCard } from '../components/activity-card.tsx'
import { ActivityDrawer } from '../components/activity-drawer.tsx'
import { ColumnDialog } from '../components/column-dialog.tsx'

type Open = { what: 'activity'; activity?: Activity; columnId?: string } | { what: 'column'; columnId?: string } | null

/** The work of a program on a board of the team's own. */
export const ProgramActivitiesPage = () => {
  const { t } = useTranslation('activities')
  const { id = '' } = useParams()
  const { data: board } = useSuspenseQuery(activityBoardQuery(id))
  const move = useMoveActivity()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const canEdit = board.can.includes('edit')
  const addColumn = canEdit && (
    <Button size="xs" variant="default" onClick={() => setOpen({ what: 'column' })}>
      {t('column.add')}
    </Button>
  )
  const add = canEdit && board.columns.length > 0 && (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen({ what: 'activity' })}>
      {t('add')}
    </Button>
  )
  const columns = board.columns.map(({ name, ...column }) => ({ ...column, title: name }))
  const footer = (columnId: string, name: string) =>
    canEdit && (
      <Group gap={4} mt={6} justify="space-between">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} aria-hidden />}
          aria-label={t('addIn', { column: name })}
          onClick={() => setOpen({ what: 'activity', columnId })}
        >
          {t('addShort')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t('column.editOne', { column: name })}
          onClick={() => setOpen({ what: 'column', columnId })}
        >
          <IconSettings size={14} aria-hidden />
        </Button>
      </Group>
    )
  return (
    <Section
      id="activities"
      title={t('title')}
      actions={
        <>
          {addColumn}
          {add}
        </>
      }
    >
      <ProblemAlert error={move.error} onClose={() => move.reset()} />
      {columns.length === 0 && <EmptyState title={t('empty')} action={addColumn} />}
      <Board
        columns={columns}
        labelOf={({ title }) => title}
        renderCard={(activity) => (
          <ActivityCard activity={activity} onOpen={() => setOpen({ what: 'activity', activity })} />
        )}
        isMovable={({ can }) => can.includes('move')}
        footerOf={({ id: columnId, title }) => footer(columnId, title)}
        onMove={(activity, to) =>
          move.mutateAsync({ params: { id: activity.id }, body: to, ifMatch: activity.version })
        }
      />
      {open?.what === 'activity' && (
        <ActivityDrawer programId={id} activity={open.activity} columnId={open.columnId} onClose={close} />
      )}
      {open?.what === 'column' && (
        <ColumnDialog
          programId={id}
          column={board.columns.find((column) => column.id === open.columnId)}
          onClose={close}
        />
      )}
    </Section>
  )
}
