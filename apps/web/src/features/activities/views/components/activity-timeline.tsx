import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Anchor, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { TableAlternative } from '../../../../ui/table/table-alternative.tsx'
import { TimelineChart } from '../../../../ui/timeline/timeline-chart.tsx'
import type { TimelineItem } from '../../../../ui/timeline/timeline-layout.ts'
import type { ActivityFilters } from './use-activity-filters.ts'
import { type ActivityRow, rowsOf, standingOf, useStandings } from './use-activity-rows.ts'
import { useElectionsBehind } from './use-elections-behind.ts'

type Props = {
  programId: string
  columns: ActivityBoard['columns']
  look: ActivityFilters
  onOpen: (id: string) => void
}

const itemOf = (row: ActivityRow): TimelineItem => ({
  id: row.id,
  title: row.title,
  from: row.startsOn,
  to: row.dueOn,
  kind: standingOf(row),
  after: row.after.map(({ id }) => id),
})

/** The rows by column, or by the person named first. */
const useGroups = (rows: readonly ActivityRow[], by: ActivityFilters['rows']) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const keyOf = (row: ActivityRow) => (by === 'person' ? (row.assignees[0]?.name ?? t('lanes.without')) : row.column)
  const groups = Map.groupBy(rows, keyOf)
  return [...groups].map(([title, items]) => ({ id: title, title, items: items.map(itemOf) }))
}

/** A row in words: its days, what it waits for, how it stands. */
const useWords = () => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const format = useFormat()
  const standings = useStandings()
  return (row: ActivityRow) =>
    [
      row.startsOn === null ? '' : t('timeline.from', { on: format.day(row.startsOn) }),
      row.dueOn === null ? '' : t('due', { on: format.day(row.dueOn) }),
      row.after.length === 0 ? '' : t('card.after', { titles: format.list(row.after.map(({ label }) => label)) }),
      standings[standingOf(row)],
    ]
      .filter((part) => part !== '')
      .join(' ; ')
}

const useColumns = (): Column<ActivityRow>[] => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const format = useFormat()
  const standings = useStandings()
  const dayOf = (on: string | null) => (on === null ? '–' : format.day(on))
  return [
    { id: 'title', header: t('field.title'), isName: true, cell: ({ title }) => title },
    { id: 'column', header: t('list.column'), cell: ({ column }) => column },
    { id: 'starts', header: t('field.startsOn'), numeric: true, cell: ({ startsOn }) => dayOf(startsOn) },
    { id: 'due', header: t('field.dueOn'), numeric: true, cell: ({ dueOn }) => dayOf(dueOn) },
    {
      id: 'after',
      header: t('field.after'),
      cell: ({ after }) => format.list(after.map(({ label }) => label)) || '–',
    },
    { id: 'state', header: t('list.state'), cell: (row) => standings[standingOf(row)] },
  ]
}

/** The work along the days: what follows what, with the electoral calendar behind it. */
export const ActivityTimeline = ({ programId, columns, look, onOpen }: Props) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const rows = rowsOf(columns)
  const groups = useGroups(rows, look.rows)
  const known = new Map(rows.map((row) => [row.id, row]))
  const wordsOf = useWords()
  const table = useColumns()
  const marks = useElectionsBehind(programId)
  const kinds = useStandings()
  return (
    <>
      <NativeSelect
        mb="xs"
        w={220}
        aria-label={t('timeline.rows')}
        value={look.rows}
        data={[
          { value: '', label: t('timeline.by.column') },
          { value: 'person', label: t('timeline.by.person') },
        ]}
        onChange={(event) => look.set({ rows: event.currentTarget.value })}
      />
      {rows.length === 0 && t('filter.nothing')}
      {rows.length > 0 && (
        <>
          <TimelineChart
            order={3}
            label={t('timeline.title', { count: rows.length })}
            groups={groups}
            today={today()}
            marks={marks}
            kinds={kinds}
            renderLabel={({ id, title }) => (
              <Anchor component="button" type="button" ta="left" fz="inherit" onClick={() => onOpen(id)}>
                {title}
              </Anchor>
            )}
            wordsOf={({ id }) => {
              const row = known.get(id)
              return row === undefined ? '' : wordsOf(row)
            }}
          />
          <TableAlternative>
            <DataTable
              caption={t('timeline.title', { count: rows.length })}
              columns={table}
              rows={rows}
              rowKey={({ id }) => id}
            />
          </TableAlternative>
        </>
      )}
    </>
  )
}
