/** Between two cards, in pixels: `--gap` of the style sheet. */
export const cardGap = 6
/** What a card is taken to be high while none has been seen. */
const firstGuess = 96
/** Cards come and go in groups: a list is not drawn anew for every few pixels. */
const group = 4

/** Cards of a list, from the first to before the last. */
export type Range = { from: number; to: number }
/** A card that is in the page, and the room above it that others leave. */
export type Shown = { index: number; room: number }

/** Where each card begins and, at the end, where one more would; those never seen are as high as the others on average. */
export const startsOf = (ids: readonly string[], heights: ReadonlyMap<string, number>) => {
  const known = [...heights.values()]
  const guess = known.length === 0 ? firstGuess : known.reduce((sum, height) => sum + height, 0) / known.length
  const starts = [0]
  for (const id of ids) starts.push((starts.at(-1) ?? 0) + (heights.get(id) ?? guess) + cardGap)
  return starts
}

/** The cards between two heights, to whole groups; none when the list lies elsewhere. */
export const rangeBetween = (starts: readonly number[], top: number, bottom: number): Range => {
  const count = starts.length - 1
  const first = starts.findIndex((start, index) => index > 0 && start > top) - 1
  const beyond = starts.findIndex((start) => start >= bottom)
  if (first < 0 || beyond === 0) return { from: 0, to: 0 }
  const to = beyond < 0 ? count : beyond
  return { from: Math.floor(first / group) * group, to: Math.min(count, Math.ceil(to / group) * group) }
}

/** The cards of a range and those kept beside it, each where it would be if all were there; `below` is what follows. */
export const shownIn = (starts: readonly number[], { from, to }: Range, kept: readonly number[]) => {
  const count = starts.length - 1
  const inRange = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, place) => from + place)
  const indexes = [...new Set([...inRange, ...kept])].toSorted((left, right) => left - right)
  const at = (index: number) => starts[index] ?? 0
  const roomAfter = (before: number | undefined, index: number) => at(index) - at(before === undefined ? 0 : before + 1)
  const cards: Shown[] = indexes.map((index, place) => ({ index, room: roomAfter(indexes[place - 1], index) }))
  return { cards, below: Math.max(0, roomAfter(indexes.at(-1), count)) }
}
