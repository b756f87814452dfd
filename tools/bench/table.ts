import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One figure beside its goal. */
export type Measure = { name: string; figure: number; unit: string; goal: string; met: boolean }

const rounded = (figure: number) => Number(figure.toPrecision(figure < 100 ? 3 : 4))

/** A figure that should not pass its goal. */
export const atMost = (name: string, figure: number, goal: number, unit: string): Measure => ({
  name,
  figure: rounded(figure),
  unit,
  goal: `≤ ${goal}`,
  met: figure <= goal,
})

/** A figure that should reach its goal. */
export const atLeast = (name: string, figure: number, goal: number, unit: string): Measure => ({
  name,
  figure: rounded(figure),
  unit,
  goal: `≥ ${goal}`,
  met: figure >= goal,
})

/** The value that this share of the figures does not pass: `quantile(times, 0.99)`. */
export const quantile = (figures: readonly number[], share: number) => {
  const sorted = figures.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (figures: readonly number[]) => quantile(figures, 0.5)

/** How long something takes, in milliseconds. */
export const timed = async (run: () => Promise<unknown>) => {
  const before = performance.now()
  await run()
  return performance.now() - before
}

/** Does something again and again; gives the time of each. */
export const times = async (count: number, run: (turn: number) => Promise<unknown>) => {
  const all: number[] = []
  for (let turn = 0; turn < count; turn += 1) all.push(await timed(() => run(turn)))
  return all
}

/** One table for people, one file for programs. */
export const report = (measures: readonly Measure[]) => {
  const rows = [
    ['measure', 'figure', 'goal', ''],
    ...measures.map(({ name, figure, unit, goal, met }) => [name, `${figure} ${unit}`, goal, met ? 'met' : 'MISSED']),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  const file = join(mkdtempSync(join(tmpdir(), 'entente-bench-')), 'bench.json')
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), measures }, null, 2)}\n`)
  const missed = measures.filter(({ met }) => !met).length
  console.log(`\n${measures.length - missed} of ${measures.length} goals met. ${file}`)
}
