// What `npm start` and `npm test` have in common. Plain JavaScript for any Node from 20 on, because it runs before anything
// is installed; everything else runs on the Node that the lockfile pins.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { typeColumns } from './type-columns.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OLDEST_NODE = 24
// A second start does not compile again what has not changed: a third of its work.
const COMPILED = join(ROOT, 'node_modules/.cache/compiled')
const INSTALLED = 'node_modules/.package-lock.json'
const STAMP = 'node_modules/.entente-lock'
// Written last of all that is generated.
const CLIENT = 'apps/api/src/generated/prisma/tables.ts'
const PAGE = 'apps/web/dist/index.html'
const CLIENT_SOURCES = ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts']
const PAGE_SOURCES = ['src', 'public', 'index.html', 'package.json', 'vite.config.ts'].map((name) => `apps/web/${name}`)

/** Installs, generates and builds what is missing or older than its sources; quick when nothing is. */
export function prepare({ page }) {
  process.chdir(ROOT)
  if (isInstallationStale()) install()
  if (isOlder(CLIENT, CLIENT_SOURCES)) generateClient()
  if (page && isOlder(PAGE, [...PAGE_SOURCES, 'packages/shared/src'])) buildPage()
}

/** The Node that runs Entente: the pinned one, or this one where none is packed for the platform. */
export function pinnedNode() {
  const packed = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packed)) return packed
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath
  fail(
    `Entente needs Node ${OLDEST_NODE}, and none is packed for ${process.platform}-${process.arch}: install it and try again.`,
  )
}

/** Ends with one plain sentence. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/**
 * Runs programs in the foreground until the first of them ends, then ends the others and this process with its exit code.
 * SIGTERM, SIGINT and SIGHUP are handed on. If npm is killed, or this process is, the programs end too: they are
 * asked to, or see that their channel to here is closed.
 */
export function handOver(programs) {
  const children = programs.map(({ args, env, cwd, channel }) =>
    spawn(pinnedNode(), args, {
      cwd: cwd ?? ROOT,
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
      stdio: channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    }),
  )
  const stop = (signal) => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(signal))
  if (process.env.npm_lifecycle_event) watchParent(() => stop('SIGTERM'))
  let first = null
  let alive = children.length
  for (const child of children) {
    child.on('exit', (code, signal) => {
      first ??= code ?? (signal === 'SIGKILL' ? 137 : 1)
      alive -= 1
      if (alive === 0) process.exit(first)
      stop('SIGTERM')
    })
  }
}

function watchParent(gone) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && gone(), 1000).unref()
}

function install() {
  console.log('Installing packages …')
  // A registry that lacks another platform's optional package makes `npm ci` call the lockfile wrong; `npm install` then
  // installs the same versions.
  if (npm('ci').status !== 0 && npm('install', '--no-save').status !== 0) {
    fail('The packages could not be installed (see above); is the package registry reachable?')
  }
  writeFileSync(STAMP, lockHash())
}

function npm(...args) {
  const own = process.env.npm_execpath
  const [command, first] = own ? [process.execPath, [own]] : ['npm', []]
  return spawnSync(command, [...first, ...args, '--no-progress', '--loglevel=error'], { stdio: 'inherit' })
}

function isInstallationStale() {
  if (!existsSync(INSTALLED)) return true
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') !== lockHash()
  // Installed by hand: npm writes the two files within seconds of each other.
  if (statSync('package-lock.json').mtimeMs > statSync(INSTALLED).mtimeMs + 10_000) return true
  writeFileSync(STAMP, lockHash())
  return false
}

const lockHash = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

function generateClient() {
  console.log('Generating the database client …')
  quietly(['node_modules/prisma/build/index.js', 'generate'], 'The database client could not be generated')
  typeColumns()
  touch(CLIENT)
}

/** Builds beside the old page and swaps, so that an interrupted build leaves nothing half-made. */
function buildPage() {
  console.log('Building the pages …')
  const draft = `dist.new-${process.pid}`
  quietly(
    ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'],
    'The pages could not be built',
  )
  for (const name of readdirSync('apps/web')) if (name === 'dist.old') rmSync('apps/web/dist.old', { recursive: true })
  if (existsSync('apps/web/dist')) renameSync('apps/web/dist', 'apps/web/dist.old')
  renameSync(`apps/web/${draft}`, 'apps/web/dist')
  rmSync('apps/web/dist.old', { recursive: true, force: true })
  touch(PAGE)
}

function quietly(args, sentence) {
  const env = { ...process.env, NODE_ENV: 'production', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const { status, stdout, stderr } = spawnSync(pinnedNode(), args, { encoding: 'utf8', env })
  if (status !== 0) fail(`${stdout}${stderr}\n${sentence} (see above).`)
}

/** Is the product missing, or older than any of the files it is made from? */
function isOlder(product, sources) {
  if (!existsSync(product)) return true
  const made = statSync(product).mtimeMs
  return sources.some(
    (source) => existsSync(source) && [source, ...filesBelow(source)].some((file) => statSync(file).mtimeMs > made),
  )
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function touch(path) {
  const now = new Date()
  utimesSync(path, now, now)
}
