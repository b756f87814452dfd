import type { Activity } from '@entente/shared/activities/contract'
import { ActionIcon, Button, Group } from '@mantine/core'
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

type FooterProps = { name: string; onAdd: () => void; onEdit: () => void }

const ColumnFooter = ({ name, onAdd, onEdit }: FooterProps) => {
  const { t } = useTranslation('activities')
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
  const add = canEdit && (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen({ what: 'activity' })}>
      {t('add')}
    </Button>
  )
  const columns = board.columns.map(({ name, ...column }) => ({ ...column, title: name }))
  return (
    <Section
      id="activities"
      title={t('title')}
      actions={
        columns.length > 0 && (
          <>
            {addColumn}
            {add}
          </>
        )
      }
    >
      <ProblemAlert error={move.error} onClose={() => move.reset()} />
      {columns.length === 0 && <EmptyState title={t('empty')} action={add} />}
      {columns.length > 0 && (
        <Board
          columns={columns}
          labelOf={({ title }) => title}
          renderCard={(activity) => (
            <ActivityCard activity={activity} onOpen={() => setOpen({ what: 'activity', activity })} />
          )}
          isMovable={({ can }) => can.includes('move')}
          footerOf={({ id: columnId, title }) =>
            canEdit && (
              <ColumnFooter
                name={title}
                onAdd={() => setOpen({ what: 'activity', columnId })}
                onEdit={() => setOpen({ what: 'column', columnId })}
              />
            )
          }
          onMove={(activity, to) =>
            move.mutateAsync({ params: { id: activity.id }, body: to, ifMatch: activity.version })
          }
        />
      )}
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
