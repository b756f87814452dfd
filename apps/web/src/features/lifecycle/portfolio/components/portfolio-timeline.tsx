import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { TableAlternative } from '../../../../ui/table/table-alternative.tsx'
import { TimelineChart } from '../../../../ui/timeline/timeline-chart.tsx'
import type { TimelineItem, TimelineKind } from '../../../../ui/timeline/timeline-layout.ts'
import { useElectoralMarks } from '../../../calendar/components/use-electoral-marks.ts'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { type DatedCard, useDateWords, useProgramDates } from './use-program-dates.ts'

const kindOf = ({ next, suspended, ageDays, targetDays }: PortfolioCard): TimelineKind => {
  if (suspended !== null) return 'blocked'
  if (next === null) return 'done'
  return targetDays !== null && ageDays > targetDays ? 'late' : 'planned'
}

/** A program runs from the request to the last thing it has planned, and at least to today while it runs. */
const useItem = () => {
  const format = useFormat()
  const wordsOf = useDateWords()
  return ({ card, span, dates }: DatedCard): TimelineItem => {
    const last = span?.to ?? today()
    return {
      id: card.id,
      title: `${card.reference} ${format.text(card.title)}`,
      from: span?.from ?? null,
      to: card.next !== null && last < today() ? today() : last,
      kind: kindOf(card),
      points: dates.map((date) => ({ on: date.on, label: `${wordsOf(date)}, ${format.day(date.on)}` })),
    }
  }
}

const useColumns = (): Column<DatedCard>[] => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const format = useFormat()
  const stageName = useStageName()
  const wordsOf = useDateWords()
  const day = (on: string | null | undefined) => (on ? format.day(on) : '–')
  return [
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
      cell: ({ card }) => `${card.reference} ${format.text(card.title)}`,
    },
    { id: 'stage', header: t('column.stage'), cell: ({ card }) => stageName(card.stage) },
    { id: 'from', header: t('dates.from'), numeric: true, cell: ({ span }) => day(span?.from) },
    { id: 'to', header: t('dates.to'), numeric: true, cell: ({ span }) => day(span?.to) },
    {
      id: 'dates',
      header: t('dates.title'),
      cell: ({ dates }) => dates.map((date) => `${wordsOf(date)}, ${format.day(date.on)}`).join(' ; ') || '–',
    },
  ]
}

/** The programs along the years, stage by stage, with the days that count and our own elections behind them. */
export const PortfolioTimeline = ({ cards }: { cards: readonly PortfolioCard[] }) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const stageName = useStageName()
  const programs = useProgramDates(cards)
  const itemOf = useItem()
  const columns = useColumns()
  const marks = useElectoralMarks()
  const label = t('timelineOf.title', { count: cards.length })
  const groups = [...Map.groupBy(programs, ({ card }) => card.stage)].map(([stage, inStage]) => ({
    id: stage,
    title: stageName(stage),
    items: inStage.map(itemOf),
  }))
  const kinds = {
    planned: t('timelineOf.planned'),
    done: t('timelineOf.done'),
    late: t('timelineOf.late'),
    blocked: t('card.suspended'),
  }
  return (
    <>
      <TimelineChart
        order={2}
        label={label}
        groups={groups}
        today={today()}
        marks={marks}
        kinds={kinds}
        renderLabel={({ id, title }) => (
          <Anchor component={Link} to={paths.program.href(id)} fz="inherit">
            {title}
          </Anchor>
        )}
        wordsOf={({ kind, points = [] }) => [kinds[kind], ...points.map((point) => point.label)].join(' ; ')}
      />
      <TableAlternative>
        <DataTable caption={label} columns={columns} rows={programs} rowKey={({ card }) => card.id} />
      </TableAlternative>
    </>
  )
}
