// `npm run check` and its kind: makes ready what is missing, then runs one of our programs on the pinned Node, whichever
// Node npm runs on. Without a program it makes ready what `npm start` needs, the pages too: `npm run build`.
import { handOver, prepare } from './prepare.mjs'

const [program, ...args] = process.argv.slice(2)
prepare({ page: program === undefined })
if (program !== undefined) handOver([{ args: [program, ...args] }])
