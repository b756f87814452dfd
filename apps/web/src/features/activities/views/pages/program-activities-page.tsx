import type { ActivityBoard as Answer } from '@entente/shared/activities/board-contract'
import { Button, Group } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LazyPopup } from '../../../../ui/layer/lazy-popup.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { WhyNot } from '../../../../ui/feedback/why-not.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { activityBoardQuery, useMoveActivity } from '../../api.ts'
import { useFillBoard } from '../../board/api.ts'
import { ActivityBoard } from '../../board/components/activity-board.tsx'
import { ActivityToolbar } from '../components/activity-toolbar.tsx'
import { type ActivityFilters, useActivityFilters } from '../components/use-activity-filters.ts'
import { type Retrace, useRetrace } from '../../components/use-retrace.ts'
import { type Selection, useSelecting } from '../../board/components/use-selection.ts'

// The board comes first; what opens over it, and the other ways to see it, when they are asked for.
const ActivityDrawer = lazy(async () => ({
  default: (await import('../../comments/components/activity-drawer.tsx')).ActivityDrawer,
}))
const NewActivityDrawer = lazy(async () => ({
  default: (await import('../../comments/components/activity-drawer.tsx')).NewActivityDrawer,
}))
const ActivityCalendar = lazy(async () => ({
  default: (await import('../components/activity-calendar.tsx')).ActivityCalendar,
}))
const ActivityTimeline = lazy(async () => ({
  default: (await import('../components/activity-timeline.tsx')).ActivityTimeline,
}))
const ActivityList = lazy(async () => ({ default: (await import('../components/activity-list.tsx')).ActivityList }))
const ActivityOutline = lazy(async () => ({
  default: (await import('../components/activity-outline.tsx')).ActivityOutline,
}))
const choices = () => import('../../board/components/board-choices.tsx')
const BoardChoices = lazy(async () => ({ default: (await choices()).BoardChoices }))
const BoardDialog = lazy(async () => ({
  default: (await import('../../board/components/board-dialog.tsx')).BoardDialog,
}))
const BulkDialog = lazy(async () => ({ default: (await import('../../board/components/bulk-dialog.tsx')).BulkDialog }))
const ColumnDialog = lazy(async () => ({
  default: (await import('../../board/components/column-dialog.tsx')).ColumnDialog,
}))

type Open = { what: 'new' | 'column'; columnId?: string } | { what: 'board' | 'bulk' } | null

type ActionsProps = {
  board: Answer
  selecting: { isOn: boolean; selection: Selection; toggle: () => void }
  onOpen: (open: Open) => void
  onFill: () => void
}

const Actions = ({ board, selecting, onOpen, onFill }: ActionsProps) => {
  const { t } = useTranslation(['activities', 'activities/board'])
  const { isOn, selection, toggle } = selecting
  const all = board.columns.flatMap(({ cards }) => cards.map(({ id }) => id))
  if (isOn)
    return (
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => selection.pick(all)}>
          {t('bulk.all')}
        </Button>
        <Button size="xs" disabled={selection.ids.size === 0} onClick={() => onOpen({ what: 'bulk' })}>
          {t('bulk.open', { count: selection.ids.size })}
        </Button>
        <Button size="xs" variant="subtle" onClick={toggle}>
          {t('bulk.stop')}
        </Button>
      </Group>
    )
  return (
    <>
      <LazyPopup
        target={
          <Button size="xs" variant="default" leftSection={<IconDots size={14} aria-hidden />}>
            {t('board.menu')}
          </Button>
        }
        open={(target) => (
          <BoardChoices target={target} onSelect={toggle} onOpen={(what) => onOpen({ what })} onFill={onFill} />
        )}
      />
      <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onOpen({ what: 'new' })}>
        {t('add')}
      </Button>
    </>
  )
}

type PageProps = {
  /** The views people keep of this board. */
  views: ReactNode
  /** What later slices know of a card. */
  renderLinks: (activityId: string) => ReactNode
}

type DialogsProps = Pick<PageProps, 'renderLinks'> & {
  id: string
  board: Answer
  open: Open
  look: ActivityFilters
  selection: Selection
  retrace: ReturnType<typeof useRetrace>
  onDone: () => void
  onClose: () => void
}

const Dialogs = ({ id, board, open, look, selection, retrace, renderLinks, onDone, onClose }: DialogsProps) => {
  const columnId = open !== null && 'columnId' in open ? open.columnId : undefined
  const close = () => look.set({ card: '' })
  return (
    <Suspense>
      {look.card !== null && (
        <ActivityDrawer
          key={look.card}
          id={look.card}
          columns={board.columns}
          retrace={retrace}
          renderLinks={renderLinks}
          onClose={close}
        />
      )}
      {open?.what === 'new' && <NewActivityDrawer programId={id} columnId={columnId} onClose={onClose} />}
      {open?.what === 'column' && (
        <ColumnDialog programId={id} column={board.columns.find((one) => one.id === columnId)} onClose={onClose} />
      )}
      {open?.what === 'board' && <BoardDialog programId={id} board={board} onClose={onClose} />}
      {open?.what === 'bulk' && (
        <BulkDialog
          programId={id}
          board={board}
          ids={selection.ids}
          retrace={retrace}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}

type ViewProps = {
  programId: string
  columns: Answer['columns']
  look: ActivityFilters
  selection: Selection | null
  retrace: Retrace | null
  onOpen: (id: string) => void
}

/** The same cards in another way than the board. */
const OtherView = ({ selection, retrace, ...props }: ViewProps) => (
  <Suspense fallback={<PanelSkeleton />}>
    {props.look.view === 'list' && <ActivityList {...props} selection={selection} retrace={retrace} />}
    {props.look.view === 'outline' && <ActivityOutline {...props} />}
    {props.look.view === 'calendar' && <ActivityCalendar {...props} />}
    {props.look.view === 'timeline' && <ActivityTimeline {...props} />}
  </Suspense>
)

/** The work of a program on a board of the team's own. */
export const ProgramActivitiesPage = ({ views, renderLinks }: PageProps) => {
  const { t } = useTranslation(['activities', 'activities/board'])
  const { id = '' } = useParams()
  const { data: board } = useSuspenseQuery(activityBoardQuery(id))
  const move = useMoveActivity()
  const fill = useFillBoard()
  const retrace = useRetrace(id)
  const look = useActivityFilters()
  const [open, setOpen] = useState<Open>(null)
  const selecting = useSelecting()
  const { selection } = selecting
  const canEdit = board.can.includes('edit')
  const columns = look.apply(board.columns)
  const { set } = look
  const openCard = useCallback((card: string) => set({ card }), [set])
  const stopSelecting = () => {
    setOpen(null)
    selecting.stop()
  }
  const chosen = selecting.isOn ? selection : null
  const actions = canEdit && (
    <Actions board={board} selecting={selecting} onOpen={setOpen} onFill={() => fill.mutate({ params: { id } })} />
  )
  return (
    <Section
      id="activities"
      title={t('title')}
      actions={
        board.columns.length > 0 && (
          <>
            {views}
            {actions}
          </>
        )
      }
    >
      <WhyNot of={board} to="edit" />
      <ProblemAlert error={move.error ?? fill.error} onClose={() => (move.error ? move.reset() : fill.reset())} />
      <ProblemAlert error={retrace.error} onClose={retrace.forget} />
      {board.columns.length === 0 && <EmptyState title={t('empty')} action={actions} />}
      {board.columns.length > 0 && <ActivityToolbar board={board} look={look} retrace={retrace} />}
      {board.columns.length > 0 && look.view === 'board' && (
        <ActivityBoard
          board={board}
          columns={columns}
          laneAttribute={look.lanes}
          move={move}
          retrace={retrace}
          selection={chosen}
          onOpen={openCard}
          onAdd={(columnId) => setOpen({ what: 'new', columnId })}
          onEditColumn={(columnId) => setOpen({ what: 'column', columnId })}
        />
      )}
      <OtherView
        programId={id}
        columns={columns}
        look={look}
        selection={chosen}
        retrace={canEdit ? retrace : null}
        onOpen={openCard}
      />
      <Dialogs
        id={id}
        board={board}
        open={open}
        look={look}
        selection={selection}
        retrace={retrace}
        renderLinks={renderLinks}
        onDone={stopSelecting}
        onClose={() => setOpen(null)}
      />
    </Section>
  )
}
