import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format/format.ts'
import styles from './timeline-chart.module.css'
import {
  type Arrow,
  arrowsOf,
  groupHeight,
  heightOf,
  nextOf,
  rangeOf,
  rowHeight,
  type Scale,
  scaleOf,
  spanOf,
  type TimelineGroup,
  type TimelineItem,
  type TimelineKind,
  type TimelineMark,
} from './timeline-layout.ts'
import { useInitialScroll } from '../chart/use-initial-scroll.ts'

type Props = {
  /** A sentence that says what the bars are. */
  label: string
  /** The level of the groups' headings on this page. */
  order: 2 | 3
  groups: readonly TimelineGroup[]
  today: string
  marks?: readonly TimelineMark[]
  /** What each kind of bar is called. */
  kinds: Record<TimelineKind, string>
  /** The name of a row, as a link or a button. */
  renderLabel: (item: TimelineItem) => ReactNode
  /** A row in words, for those who do not see its bar. */
  wordsOf: (item: TimelineItem) => string
}

const percent = (value: number) => `${value}%`
const place = ({ start, width }: { start: number; width: number }) => ({
  insetInlineStart: percent(start),
  width: percent(width),
})

const Scales = ({ scale, marks }: { scale: Scale; marks: readonly TimelineMark[] }) => {
  const format = useFormat()
  return (
    <div className={styles.scales} aria-hidden>
      <div className={styles.corner} />
      <div className={styles.plot}>
        <div className={styles.months}>
          {scale.months.map(({ month, ...span }) => (
            <span key={month} style={place(span)}>
              {format.shortMonth(month)}
            </span>
          ))}
        </div>
        {marks.map(({ from, to, label }) => (
          <div key={label} className={styles.markLine}>
            <span data-side={scale.at(from) > 60 ? 'end' : 'start'} style={place(scale.span(from, to))}>
              <span className={styles.markName}>{label}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** The arrow leaves a bar, goes down or up between the rows, and comes in from the left. */
const pathOf = ({ from, to }: Arrow, gap: number) => {
  if (to.x >= from.x + gap) return `M ${from.x} ${from.y} H ${from.x + gap / 2} V ${to.y} H ${to.x}`
  const middle = to.y > from.y ? to.y - rowHeight / 2 : to.y + rowHeight / 2
  return `M ${from.x} ${from.y} H ${from.x + gap} V ${middle} H ${to.x - gap} V ${to.y} H ${to.x}`
}

type BackProps = { scale: Scale; groups: readonly TimelineGroup[]; marks: readonly TimelineMark[]; today: string }

/** What lies behind the rows: months, marks, today, and the arrows. */
const Behind = ({ scale, groups, marks, today }: BackProps) => {
  const height = heightOf(groups)
  const arrows = arrowsOf(groups, scale)
  // Twelve pixels, in percent of the width a day asks for at least.
  const gap = (12 / scale.minWidth) * 100
  return (
    <div className={styles.behind} aria-hidden>
      {scale.months.map(({ month, start }) => (
        <span key={month} className={styles.gridLine} style={{ insetInlineStart: percent(start) }} />
      ))}
      {marks.map(({ from, to, label }) => (
        <span
          key={label}
          className={styles.band}
          data-single={from === to || undefined}
          style={place(scale.span(from, to))}
        />
      ))}
      <span className={styles.todayLine} style={{ insetInlineStart: percent(scale.at(today)) }} />
      <svg className={styles.arrows} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" style={{ height }}>
        {arrows.map((arrow) => (
          <path key={arrow.id} d={pathOf(arrow, gap)} data-broken={arrow.isBroken || undefined} />
        ))}
      </svg>
      {arrows.map(({ id, to, isBroken }) => (
        <span
          key={id}
          className={styles.head}
          data-broken={isBroken || undefined}
          style={{ insetInlineStart: percent(to.x), top: to.y }}
        />
      ))}
    </div>
  )
}

type BarProps = { item: TimelineItem; scale: Scale }

const Bar = ({ item, scale }: BarProps) => {
  const { t } = useTranslation('ui')
  const span = spanOf(item)
  return (
    <div className={styles.track} aria-hidden>
      {span === null && <span className={styles.undated}>{t('timeline.undated')}</span>}
      {span !== null && (
        <span
          className={styles.bar}
          data-kind={item.kind}
          data-point={span.start === span.end || undefined}
          style={place(scale.span(span.start, span.end))}
        />
      )}
      {item.points?.map(({ on, label }) => (
        <span
          key={`${on} ${label}`}
          className={styles.point}
          title={label}
          style={{ insetInlineStart: percent(scale.at(on)) }}
        />
      ))}
    </div>
  )
}

type LegendProps = Pick<Props, 'groups' | 'kinds'> & { next: TimelineMark | undefined }

const Legend = ({ groups, kinds, next }: LegendProps) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const items = groups.flatMap((group) => group.items)
  const shown = (['planned', 'done', 'late', 'blocked'] as const).filter((kind) =>
    items.some((item) => item.kind === kind),
  )
  const hasOrder = items.some(({ after = [] }) => after.length > 0)
  return (
    <ul className={styles.legend}>
      {shown.map((kind) => (
        <li key={kind}>
          <span className={styles.sample} data-kind={kind} /> {kinds[kind]}
        </li>
      ))}
      <li>
        <span className={styles.todaySample} /> {t('timeline.today')}
      </li>
      {hasOrder && <li>{t('timeline.order')}</li>}
      {next !== undefined && <li>{t('timeline.next', { label: next.label, on: format.day(next.from) })}</li>}
    </ul>
  )
}

/** Bars along the days, in groups: what follows what, what lies behind, and where today is. */
export const TimelineChart = ({ label, order, groups, today, marks = [], kinds, renderLabel, wordsOf }: Props) => {
  const Heading = order === 2 ? 'h2' : 'h3'
  const range = rangeOf(
    groups.flatMap(({ items }) => items),
    today,
  )
  const scale = scaleOf(range)
  const frame = useInitialScroll(scale.at(today) / 100)
  const shown = marks.filter(({ from, to }) => scale.isInside(from, to))
  return (
    <>
      {/* What scrolls takes the focus, so that keys scroll it too. */}
      <Box component="section" ref={frame} className={styles.frame ?? ''} aria-label={label} tabIndex={0}>
        <div className={styles.chart} style={{ minWidth: `calc(var(--label) + ${scale.minWidth}px)` }}>
          <Scales scale={scale} marks={shown} />
          <div className={styles.rows}>
            <Behind scale={scale} groups={groups} marks={shown} today={today} />
            {groups.map(({ id, title, items }) => (
              <section key={id} aria-label={title}>
                <Heading className={styles.group} style={{ height: groupHeight }}>
                  <span>{`${title} (${items.length})`}</span>
                </Heading>
                <ul className={styles.items}>
                  {items.map((item) => (
                    <li key={item.id} className={styles.row} style={{ height: rowHeight }}>
                      <div className={styles.label}>
                        {renderLabel(item)}
                        <span className={styles.words}>{wordsOf(item)}</span>
                      </div>
                      <Bar item={item} scale={scale} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      </Box>
      <Legend groups={groups} kinds={kinds} next={nextOf(marks, range)} />
    </>
  )
}
