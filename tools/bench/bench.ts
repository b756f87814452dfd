import { liveMeasures } from './live.ts'
import { type Measure, report } from './table.ts'
import { approvalMeasures } from './approvals.ts'
import { boardMeasures } from './board.ts'
import { serverMeasures } from './server.ts'
import { BenchWorld } from './world.ts'

// Measures the server and the pages as they ship, on a private database with a board of two thousand cards, and holds
// the figures against their goals. `npm run bench -- WORD` takes only the parts whose name holds the word.
const cards = 2000
const parts: { name: string; measure: (world: BenchWorld) => Promise<Measure[]> }[] = [
  { name: 'board', measure: boardMeasures },
  { name: 'live', measure: liveMeasures },
  { name: 'server', measure: serverMeasures },
  { name: 'approvals', measure: approvalMeasures },
]

const world = new BenchWorld()
const measures: Measure[] = []
try {
  await world.begin(cards)
  for (const { name, measure } of parts.filter((part) => part.name.includes(process.argv[2] ?? ''))) {
    console.log(`Measuring ${name} …`)
    measures.push(...(await measure(world)))
  }
} finally {
  await world.end()
}
report(measures)
