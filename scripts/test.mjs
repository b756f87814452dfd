// `npm test`: makes ready what is missing, then runs everything that must pass.
import { handOver, prepare } from './bootstrap.mjs'

prepare({ page: true })
handOver([{ args: ['scripts/test.ts'] }])
