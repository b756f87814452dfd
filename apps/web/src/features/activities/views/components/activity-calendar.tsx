import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Anchor, List, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { monthOf, today } from '../../../../lib/format/days.ts'
import { MonthCalendar } from '../../../../ui/month/month-calendar.tsx'
import styles from './activity-calendar.module.css'
import type { ActivityFilters } from './use-activity-filters.ts'
import { type ActivityRow, rowsOf, standingOf, useStandings } from './use-activity-rows.ts'
import { useElectionsBehind } from './use-elections-behind.ts'

type Props = {
  programId: string
  columns: ActivityBoard['columns']
  look: ActivityFilters
  onOpen: (id: string) => void
}
type EntryProps = { row: ActivityRow; isStart: boolean; onOpen: (id: string) => void }

const Entry = ({ row, isStart, onOpen }: EntryProps) => {
  const { t } = useTranslation('activities/views')
  const standings = useStandings()
  return (
    <UnstyledButton className={styles.entry} data-kind={standingOf(row)} onClick={() => onOpen(row.id)}>
      {isStart && <span className={styles.start}>{t('calendar.start')} </span>}
      {row.title}
      <span className={styles.state}> {standings[standingOf(row)]}</span>
    </UnstyledButton>
  )
}

/** The day a card is due, and the day it starts when that is another one. */
const entriesOf = (row: ActivityRow) => [
  ...(row.startsOn !== null && row.startsOn !== row.dueOn ? [{ on: row.startsOn, isStart: true }] : []),
  ...(row.dueOn === null ? [] : [{ on: row.dueOn, isStart: false }]),
]

/** The cards on the days they start and are due, the electoral calendar behind them; those without a date below. */
export const ActivityCalendar = ({ programId, columns, look, onOpen }: Props) => {
  const { t } = useTranslation('activities/views')
  const rows = rowsOf(columns)
  const undated = rows.filter(({ startsOn, dueOn }) => startsOn === null && dueOn === null)
  const entries = rows.flatMap((row) =>
    entriesOf(row).map(({ on, isStart }) => ({
      id: `${row.id}-${String(isStart)}`,
      on,
      content: <Entry row={row} isStart={isStart} onOpen={onOpen} />,
    })),
  )
  return (
    <>
      <MonthCalendar
        caption={t('calendar.caption')}
        month={look.month}
        today={today()}
        entries={entries}
        marks={useElectionsBehind(programId)}
        onMonth={(month) => look.set({ month: month === monthOf(today()) ? '' : month })}
      />
      {undated.length > 0 && (
        <section aria-labelledby="undated">
          <h3 id="undated" className={styles.undated}>
            {t('calendar.undated', { count: undated.length })}
          </h3>
          <List>
            {undated.map(({ id, title }) => (
              <List.Item key={id}>
                <Anchor component="button" type="button" ta="left" onClick={() => onOpen(id)}>
                  {title}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </>
  )
}
