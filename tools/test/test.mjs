// `npm test`: makes ready what is missing, then runs everything that must pass.
import { handOver, prepare } from '../start/prepare.mjs'

prepare({ page: true })
handOver([{ args: ['tools/test/test.ts'] }])
