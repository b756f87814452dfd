import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Anchor, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Meaning } from '../../../ui/meaning.tsx'
import { today } from '../../../lib/days.ts'
import { type ActivityRow, rowsOf } from './use-activity-rows.ts'
import type { Selection } from './use-selection.ts'

type Row = ActivityRow
type Props = { columns: ActivityBoard['columns']; selection: Selection | null; onOpen: (id: string) => void }

const useColumns = ({ selection, onOpen }: Pick<Props, 'selection' | 'onOpen'>): Column<Row>[] => {
  const { t } = useTranslation('activities')
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
  return [
    ...(selection === null ? [] : [picker]),
    {
      id: 'title',
      header: t('field.title'),
      isName: true,
      cell: ({ id, title }) => (
        <Anchor component="button" type="button" ta="left" onClick={() => onOpen(id)}>
          {title}
        </Anchor>
      ),
    },
    { id: 'column', header: t('list.column'), cell: ({ column }) => column },
    { id: 'type', header: t('field.type'), cell: ({ type }) => t(`type.${type}`) },
    { id: 'priority', header: t('field.priority'), cell: ({ priority }) => t(`priority.${priority}`) },
    {
      id: 'people',
      header: t('field.assignees'),
      cell: ({ assignees }) => format.list(assignees.map(({ name }) => name)) || '–',
    },
    {
      id: 'due',
      header: t('field.dueOn'),
      numeric: true,
      cell: ({ dueOn, done }) => {
        if (dueOn === null) return '–'
        return !done && dueOn < today() ? <Meaning kind="over">{format.day(dueOn)}</Meaning> : format.day(dueOn)
      },
    },
    {
      id: 'state',
      header: t('list.state'),
      cell: ({ blocked }) => (blocked === null ? '' : <Meaning kind="blocked">{blocked.reason}</Meaning>),
    },
  ]
}

/** The same cards as rows, in the order of the board. */
export const ActivityList = ({ columns, ...props }: Props) => {
  const { t } = useTranslation('activities')
  const rows = rowsOf(columns)
  return (
    <DataTable
      caption={t('list.caption', { count: rows.length })}
      columns={useColumns(props)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('filter.nothing')}
    />
  )
}
