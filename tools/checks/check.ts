import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

// Formatting, lint, types, structure, translations, leftovers. Prints one line a step; the output of a step only if it fails.
// `npm run check -- --structure` draws the imports in numbers instead.
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)

type Step = { name: string; command: string[] }
const bin = (name: string) => `node_modules/.bin/${name}`

const steps: Step[] = [
  { name: 'formatting', command: [bin('oxfmt'), '--check'] },
  { name: 'lint', command: [bin('oxlint')] },
  { name: 'types (server, shared, tools)', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'types (web)', command: [bin('tsc'), '-p', 'apps/web/tsconfig.json'] },
  { name: 'types (end to end)', command: [bin('tsc'), '-p', 'e2e/tsconfig.json'] },
  { name: 'structure', command: ['tools/checks/structure.ts'] },
  { name: 'translations', command: ['tools/texts/translations.ts'] },
  { name: 'unused code and packages', command: [bin('knip'), '--no-progress'] },
  { name: 'migrations match the schema', command: ['tools/checks/migration.ts', '--check'] },
]

type Outcome = { passed: boolean; output: string; seconds: string }

const run = ({ command }: Step): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ passed: code === 0, output, seconds: ((performance.now() - started) / 1000).toFixed(1) }),
    )
  })

/** The Prisma client is generated, not committed: types need one that is as new as the models. */
const clientIsStale = () => {
  // Written last.
  const client = 'apps/api/src/generated/prisma/tables.ts'
  if (!existsSync('prisma.config.ts')) return false
  const models = [
    'prisma/schema.prisma',
    ...readdirSync('prisma/models', { recursive: true }).map((name) => `prisma/models/${String(name)}`),
  ]
  return !existsSync(client) || models.some((model) => statSync(model).mtimeMs > statSync(client).mtimeMs)
}

const attempt = async (step: Step) => {
  const { passed, output, seconds } = await run(step)
  console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds} s)`)
  if (!passed) console.log(output.trimEnd().replaceAll(/^/gm, '    '))
  return passed
}

if (process.argv.includes('--structure')) {
  console.log((await run({ name: 'figures', command: ['tools/checks/structure.ts', '--figures'] })).output.trimEnd())
  process.exit(0)
}

const ready =
  !clientIsStale() ||
  ((await attempt({ name: 'Prisma client', command: [bin('prisma'), 'generate'] })) &&
    (await attempt({ name: 'types of its columns', command: ['tools/start/type-columns.mjs'] })))
const waiting = [...steps]
let failed = ready ? 0 : 1
const worker = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await attempt(step))) failed += 1
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, worker))
console.log(failed === 0 ? 'All checks pass.' : `${failed} check(s) failed.`)
process.exitCode = failed === 0 ? 0 : 1
