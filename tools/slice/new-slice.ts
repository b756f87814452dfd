import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Line, linesFor } from './lines.ts'
import { sliceFiles } from './skeleton.ts'
import { isSliceName, type Words, wordsOf } from './words.ts'

// `npm run new:slice -- NAME`: a slice that lists and adds named records, in all its places, with tests that pass.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const insert = ({ file, before, text }: Line) => {
  const [head, tail, ...more] = readFileSync(file, 'utf8').split(before)
  if (head === undefined || tail === undefined || more.length > 0)
    throw new Error(`${file} has “${before.trim()}” not exactly once: add this line by hand: ${text}`)
  writeFileSync(file, head + text + before + tail)
}

const run = (...command: string[]) => {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command.join(' ')} failed`)
}

const write = (words: Words) => {
  const files = sliceFiles(words)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(path)
  }
  for (const line of linesFor(words)) insert(line)
  const changed = [
    ...Object.keys(files).filter((path) => !path.endsWith('.prisma')),
    ...linesFor(words).map(({ file }) => file),
  ]
  run('node_modules/.bin/oxfmt', ...new Set(changed))
  run('node_modules/.bin/prisma', 'generate')
  run('tools/start/type-columns.mjs')
  run('tools/checks/migration.ts', words.table)
  run('tools/docs/write-docs.ts')
}

const name = process.argv[2] ?? ''
if (!isSliceName(name) || existsSync(`packages/shared/src/${name}`)) {
  console.error('Usage: npm run new:slice -- NAME (a new plural in lower case, words joined by -: `field-missions`).')
  process.exitCode = 2
} else {
  write(wordsOf(name))
  console.log(
    `Written. Give it its place in tools/checks/slices.ts, its door in apps/web/src/app/navigation, and its own words.`,
  )
}
