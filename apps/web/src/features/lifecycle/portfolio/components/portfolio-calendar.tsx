import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthOf, today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { MonthCalendar } from '../../../../ui/month/month-calendar.tsx'
import { useElectoralMarks } from '../../../calendar/components/use-electoral-marks.ts'
import styles from './portfolio-calendar.module.css'
import type { PortfolioFilters } from './use-portfolio-filters.ts'
import { useDateWords, useProgramDates } from './use-program-dates.ts'

type Props = { cards: readonly PortfolioCard[]; portfolio: PortfolioFilters }

/** Polling days, milestones and ends of agreements of the programs, on their days. */
export const PortfolioCalendar = ({ cards, portfolio }: Props) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const format = useFormat()
  const programs = useProgramDates(cards)
  const wordsOf = useDateWords()
  const undated = programs.filter(({ dates }) => dates.length === 0)
  const entries = programs.flatMap(({ card, dates }) =>
    dates.map((date, place) => ({
      id: `${card.id}-${place}`,
      on: date.on,
      content: (
        <Link to={paths.program.href(card.id)} className={styles.entry} data-kind={date.kind}>
          <strong>{card.reference}</strong> {wordsOf(date)}
        </Link>
      ),
    })),
  )
  return (
    <>
      <MonthCalendar
        caption={t('calendar.caption')}
        month={portfolio.month}
        today={today()}
        entries={entries}
        marks={useElectoralMarks()}
        onMonth={(month) => portfolio.set({ month: month === monthOf(today()) ? '' : month })}
      />
      {undated.length > 0 && (
        <section aria-labelledby="undated">
          <h2 id="undated" className={styles.undated}>
            {t('calendar.undated', { count: undated.length })}
          </h2>
          <List>
            {undated.map(({ card }) => (
              <List.Item key={card.id}>
                <Link to={paths.program.href(card.id)}>{card.reference}</Link> {format.text(card.title)}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </>
  )
}
