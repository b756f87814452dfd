import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// `npm run fix`: mends in place what a machine can: French typography, generated documents, lint, formatting.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const steps = [
  ['tools/texts/typography.ts'],
  ['tools/docs/write-docs.ts'],
  ['node_modules/.bin/oxlint', '--fix'],
  ['node_modules/.bin/oxfmt'],
]
for (const command of steps)
  if (spawnSync(process.execPath, command, { stdio: 'inherit' }).status !== 0) process.exitCode = 1
