import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { priority } from '@entente/shared/activities/contract'
import { Anchor, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { DueCell, PeopleCell, PriorityCell, type SaveRow, TitleCell } from './activity-cells.tsx'
import { ConflictDialog } from '../../components/conflict-dialog.tsx'
import type { ActivityFilters } from './use-activity-filters.ts'
import { type ActivityRow as Row, rowsOf } from './use-activity-rows.ts'
import type { Retrace } from '../../components/use-retrace.ts'
import { seenAs, useSaveActivity } from '../../components/use-save-activity.ts'
import type { Selection } from '../../board/components/use-selection.ts'

type Props = {
  columns: ActivityBoard['columns']
  look: ActivityFilters
  selection: Selection | null
  /** Absent: the list is read only. */
  retrace: Retrace | null
  onOpen: (id: string) => void
}

const useColumns = ({ selection, onOpen }: Pick<Props, 'selection' | 'onOpen'>, save: SaveRow | null) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const format = useFormat()
  const picker: Column<Row> = {
    id: 'select',
    header: t('bulk.select'),
    cell: ({ id, title }) => (
      <Checkbox
        aria-label={t('bulk.selectOne', { title })}
        checked={selection?.has(id) ?? false}
        onChange={() => selection?.toggle(id)}
      />
    ),
  }
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t('field.title'),
      isName: true,
      sortBy: ({ title }) => title,
      cell: (row) => (
        <TitleCell row={row} save={save}>
          <Anchor component="button" type="button" ta="left" fw="inherit" onClick={() => onOpen(row.id)}>
            {row.title}
          </Anchor>
        </TitleCell>
      ),
    },
    { id: 'column', header: t('list.column'), sortBy: ({ place }) => place, cell: ({ column }) => column },
    {
      id: 'type',
      header: t('field.type'),
      sortBy: ({ type }) => t(`type.${type}`),
      cell: ({ type }) => t(`type.${type}`),
    },
    {
      id: 'priority',
      header: t('field.priority'),
      sortBy: (row) => priority.options.indexOf(row.priority),
      cell: (row) => (
        <PriorityCell row={row} save={save}>
          {t(`priority.${row.priority}`)}
        </PriorityCell>
      ),
    },
    {
      id: 'people',
      header: t('field.assignees'),
      sortBy: ({ assignees }) => assignees[0]?.name ?? null,
      cell: (row) => (
        <PeopleCell row={row} save={save}>
          {format.list(row.assignees.map(({ name }) => name)) || '–'}
        </PeopleCell>
      ),
    },
    {
      id: 'due',
      header: t('field.dueOn'),
      sortBy: ({ dueOn }) => dueOn,
      cell: (row) => (
        <DueCell row={row} save={save}>
          <Due row={row} />
        </DueCell>
      ),
    },
    {
      id: 'state',
      header: t('list.state'),
      sortBy: ({ blocked }) => blocked?.reason ?? null,
      cell: ({ blocked }) => (blocked === null ? '' : <StatusBadge kind="blocked">{blocked.reason}</StatusBadge>),
    },
  ]
  return [...(selection === null ? [] : [picker]), ...columns]
}

const Due = ({ row: { dueOn, done } }: { row: Row }) => {
  const format = useFormat()
  if (dueOn === null) return '–'
  return !done && dueOn < today() ? <StatusBadge kind="over">{format.day(dueOn)}</StatusBadge> : format.day(dueOn)
}

type SheetProps = Pick<Props, 'look' | 'selection' | 'onOpen'> & { rows: readonly Row[]; save: SaveRow | null }

const Sheet = ({ rows, look, save, ...props }: SheetProps) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  return (
    <DataTable
      caption={t(look.sort === '' ? 'list.caption' : 'list.sorted', { count: rows.length })}
      columns={useColumns(props, save)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('filter.nothing')}
      sort={{ value: look.sort, onSort: (sort) => look.set({ sort }) }}
    />
  )
}

/** The same list where each value can be changed in its place; a colleague's change is never written over. */
const EditableSheet = ({ retrace, ...props }: Omit<SheetProps, 'save'> & { retrace: Retrace }) => {
  const { edit, send, dispute, forget } = useSaveActivity(retrace, () => undefined)
  return (
    <>
      <Sheet {...props} save={send} />
      {dispute !== null && (
        <ConflictDialog
          theirs={dispute.theirs}
          mine={dispute.mine}
          keys={dispute.keys}
          isBusy={edit.isPending}
          onClose={forget}
          onSettle={(chosen) => void send(seenAs(dispute.theirs), chosen)}
        />
      )}
    </>
  )
}

/** The same cards as rows, in the order of the board or of a column. */
export const ActivityList = ({ columns, retrace, ...props }: Props) => {
  const rows = rowsOf(columns)
  return retrace === null || props.selection !== null ? (
    <Sheet {...props} rows={rows} save={null} />
  ) : (
    <EditableSheet {...props} rows={rows} retrace={retrace} />
  )
}
