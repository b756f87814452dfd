import { ActionIcon, Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, isWeekend, monthOf } from '../../lib/format/days.ts'
import { useFormat } from '../../lib/format/format.ts'
import styles from './month-calendar.module.css'
import { aroundMonth, weeksOf } from './month-layout.ts'

/** Something on a day: a card, a program. */
export type CalendarEntry = { id: string; on: string; content: ReactNode }
/** What lies behind the days: a single one, or a stretch of them. */
export type CalendarMark = { from: string; to: string; label: string }

type Props = {
  /** What the entries are. */
  caption: string
  month: string
  today: string
  entries: readonly CalendarEntry[]
  marks?: readonly CalendarMark[]
  onMonth: (month: string) => void
}

type JumpProps = { entries: readonly CalendarEntry[]; month: string; onMonth: (month: string) => void }

/** What the month does not show, and the way there. */
const Elsewhere = ({ entries, month, onMonth }: JumpProps) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const around = aroundMonth(
    entries.map(({ on }) => on),
    month,
  )
  return (['before', 'after'] as const).map((side) => {
    const { count, month: nearest } = around[side]
    return (
      count > 0 && (
        <Button key={side} size="compact-xs" variant="subtle" onClick={() => onMonth(nearest)}>
          {t(`calendar.${side}`, { count, month: format.month(nearest) })}
        </Button>
      )
    )
  })
}

type DayProps = Pick<Props, 'month' | 'today'> & {
  day: string
  entries: readonly CalendarEntry[]
  marks: readonly CalendarMark[]
}

const Day = ({ day, month, today, entries, marks }: DayProps) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  // A stretch is named where it begins, and again on the first of the month.
  const labels = marks.filter(({ from }) => from === day || day === `${month}-01`)
  return (
    <td
      data-weekend={isWeekend(day) || undefined}
      data-outside={monthOf(day) !== month || undefined}
      data-marked={marks.length > 0 || undefined}
      data-empty={(entries.length === 0 && labels.length === 0 && day !== today) || undefined}
      aria-current={day === today ? 'date' : undefined}
    >
      <time dateTime={day} className={styles.day}>
        <span className={styles.number} aria-hidden>
          {Number(day.slice(8))}
        </span>
        <span className={styles.long}>{format.longDay(day)}</span>
      </time>
      {day === today && <span className={styles.today}>{t('calendar.today')}</span>}
      {labels.map(({ label }) => (
        <div key={label} className={styles.mark}>
          {label}
        </div>
      ))}
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map(({ id, content }) => (
            <li key={id}>{content}</li>
          ))}
        </ul>
      )}
    </td>
  )
}

/** A month of days with what falls on them; on a phone, the days that hold something. */
export const MonthCalendar = ({ caption, month, today, entries, marks = [], onMonth }: Props) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const weeks = weeksOf(month)
  return (
    <>
      <Group gap="xs" mb="xs">
        <ActionIcon aria-label={t('calendar.previous')} onClick={() => onMonth(addMonths(month, -1))}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text component="output" fw={600} miw={140} ta="center">
          {format.month(month)}
        </Text>
        <ActionIcon aria-label={t('calendar.next')} onClick={() => onMonth(addMonths(month, 1))}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        {month !== monthOf(today) && (
          <Button size="compact-xs" variant="default" onClick={() => onMonth(monthOf(today))}>
            {t('calendar.thisMonth')}
          </Button>
        )}
        <Elsewhere entries={entries} month={month} onMonth={onMonth} />
      </Group>
      <table className={styles.month}>
        <caption>{`${caption} ${format.month(month)}`}</caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                <span aria-hidden>{format.shortWeekday(day)}</span>
                <VisuallyHidden>{format.weekday(day)}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  month={month}
                  today={today}
                  entries={entries.filter(({ on }) => on === day)}
                  marks={marks.filter(({ from, to }) => from <= day && day <= to)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
