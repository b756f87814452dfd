// `npm start`: makes ready what is missing, then runs the server. `--dev`: the API reloads, and Vite serves the pages.
import { handOver, prepare } from './prepare.mjs'

const dev = process.argv.includes('--dev')
prepare({ page: !dev })
if (dev) {
  handOver([
    { args: ['--watch', '--watch-preserve-output', 'apps/api/src/server.ts'] },
    { args: ['node_modules/vite/bin/vite.js', 'apps/web', '--clearScreen', 'false'], env: { NODE_ENV: 'development' } },
  ])
} else {
  handOver([{ args: ['apps/api/src/server.ts'], env: { NODE_ENV: 'production' }, channel: true }])
}
