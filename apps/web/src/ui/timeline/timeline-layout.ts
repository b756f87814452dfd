import { addDays, addMonths, daysBetween, monthOf } from '../../lib/format/days.ts'

/** What a bar means; each has its own shape and word. */
export type TimelineKind = 'planned' | 'done' | 'late' | 'blocked'
/** Something that lasts, or happens on one day; without a date it has no bar. */
export type TimelineItem = {
  id: string
  title: string
  from: string | null
  to: string | null
  kind: TimelineKind
  /** Those that come before it. */
  after?: readonly string[]
  /** Single days along the bar. */
  points?: readonly { on: string; label: string }[]
}
export type TimelineGroup = { id: string; title: string; items: readonly TimelineItem[] }
/** What lies behind the bars: a stretch of days, or a single one. */
export type TimelineMark = { from: string; to: string; label: string }

export const rowHeight = 40
export const groupHeight = 32

/** First and last day of a bar; a single date is a bar of one day. */
export const spanOf = ({ from, to }: Pick<TimelineItem, 'from' | 'to'>) => {
  const start = from ?? to
  const end = to ?? from
  if (start === null || end === null) return null
  return start <= end ? { start, end } : { start: end, end: start }
}

type Range = { from: string; to: string }

/** Whole months around every bar and today. */
export const rangeOf = (items: readonly TimelineItem[], today: string): Range => {
  const days = items.flatMap((item) => {
    const span = spanOf(item)
    return [...(span === null ? [] : [span.start, span.end]), ...(item.points ?? []).map(({ on }) => on)]
  })
  const all = [...days, today].toSorted((left, right) => left.localeCompare(right))
  const [first = today] = all
  return { from: `${monthOf(first)}-01`, to: addDays(`${addMonths(monthOf(all.at(-1) ?? today), 1)}-01`, -1) }
}

/** The first mark that comes after a range: what is not drawn is said. */
export const nextOf = (marks: readonly TimelineMark[], range: Range) =>
  marks.filter(({ from }) => from > range.to).toSorted((left, right) => left.from.localeCompare(right.from))[0]

/** The scale of a range: places in percent of its width, and the width a day asks for at least. */
export const scaleOf = ({ from, to }: Range) => {
  const days = daysBetween(from, to) + 1
  const at = (day: string) => (Math.min(Math.max(daysBetween(from, day), 0), days) / days) * 100
  const months: { month: string; start: number; width: number }[] = []
  const dayWidth = days <= 130 ? 7 : days <= 420 ? 3 : 1.5
  // Where months are too narrow for their names, quarters are named.
  const step = dayWidth < 3 ? 3 : 1
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    if ((Number(month.slice(5)) - 1) % step > 0) continue
    const start = at(`${month}-01`)
    months.push({ month, start, width: at(`${addMonths(month, step)}-01`) - start })
  }
  return {
    days,
    months,
    at,
    /** Where a stretch of days lies: its last day is part of it. */
    span: (start: string, end: string) => ({ start: at(start), width: at(addDays(end, 1)) - at(start) }),
    isInside: (start: string, end: string) => start <= to && end >= from,
    minWidth: Math.round(days * dayWidth),
  }
}

export type Scale = ReturnType<typeof scaleOf>
/** An arrow from the end of one bar to the start of another: places in percent across, pixels down. */
export type Arrow = { id: string; from: { x: number; y: number }; to: { x: number; y: number }; isBroken: boolean }

/** The arrows between bars, and whether an order is not kept: the later one starts before the earlier one ends. */
export const arrowsOf = (groups: readonly TimelineGroup[], scale: Scale): Arrow[] => {
  const rows = new Map<string, { item: TimelineItem; y: number }>()
  let top = 0
  for (const { items } of groups) {
    top += groupHeight
    for (const item of items) {
      rows.set(item.id, { item, y: top + rowHeight / 2 })
      top += rowHeight
    }
  }
  return [...rows.values()].flatMap(({ item, y }) =>
    (item.after ?? []).flatMap((id) => {
      const earlier = rows.get(id)
      const [before, here] = [earlier && spanOf(earlier.item), spanOf(item)]
      if (earlier === undefined || !before || here === null) return []
      const from = { x: scale.at(addDays(before.end, 1)), y: earlier.y }
      const to = { x: scale.at(here.start), y }
      return [{ id: `${id}-${item.id}`, from, to, isBroken: here.start <= before.end }]
    }),
  )
}

/** All rows together, in pixels. */
export const heightOf = (groups: readonly TimelineGroup[]) =>
  groups.reduce((height, { items }) => height + groupHeight + items.length * rowHeight, 0)
